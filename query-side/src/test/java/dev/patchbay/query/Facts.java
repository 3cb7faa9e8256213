package dev.patchbay.query;

import dev.patchbay.shared.apikey.ApiKeyIssued;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.project.ProjectCreated;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import java.util.List;

/** Facts of account 1 in which only what is named matters. */
public final class Facts {

    public static final long ACCOUNT = 1;

    private Facts() {}

    public static OperatorCreated operator(long id, String name) {
        return operator(id, ACCOUNT, name);
    }

    public static OperatorCreated operator(long id, long account, String name) {
        return new OperatorCreated(id, account, name, "+1555555%04d".formatted(id), null, true);
    }

    public static ProjectCreated project(long id, String name) {
        return project(id, ACCOUNT, name);
    }

    public static ProjectCreated project(long id, long account, String name) {
        return new ProjectCreated(id, account, name, "en", null, null, "en", "en", null, null, null, false, null);
    }

    public static VirtualNumberRegistered number(long id) {
        return number(id, ACCOUNT);
    }

    public static VirtualNumberRegistered number(long id, long account) {
        return new VirtualNumberRegistered(
                id, account, "+1555444%04d".formatted(id), "US", "Line " + id, null, null, null, null);
    }

    public static ApiKeyIssued key(long id, Long project) {
        return new ApiKeyIssued(id, ACCOUNT, "idc_abcd", "Key " + id, List.of("read", "write"), project, null);
    }
}
