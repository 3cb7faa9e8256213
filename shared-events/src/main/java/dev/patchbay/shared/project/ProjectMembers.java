package dev.patchbay.shared.project;

import java.util.List;

/** The ids of all that belongs to a project, each ascending. */
public record ProjectMembers(List<Long> virtualNumberIds, List<Long> operatorIds, List<Long> apiKeyIds) {

    public ProjectMembers {
        virtualNumberIds = List.copyOf(virtualNumberIds);
        operatorIds = List.copyOf(operatorIds);
        apiKeyIds = List.copyOf(apiKeyIds);
    }
}
