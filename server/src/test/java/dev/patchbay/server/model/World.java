package dev.patchbay.server.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that there is, in plain collections. */
final class World {

    /** Something that lives in an account. */
    abstract static class Thing {
        final Kind kind;
        final long id;
        final long account;

        /** Goes up with every fact about the thing itself. */
        int revision;

        /** The revision that clients saw last, with the version that their ETags called it. */
        int seenRevision = -1;

        long seenVersion = -1;

        /** One ETag for each version that clients saw. */
        final List<String> etags = new ArrayList<>();

        Thing(Kind kind, long id, long account) {
            this.kind = kind;
            this.id = id;
            this.account = account;
        }
    }

    static final class Operator extends Thing {
        String name = "";
        String phone = "";

        @Nullable
        String email;

        boolean active = true;
        final TreeSet<Long> projects = new TreeSet<>();

        Operator(long id, long account) {
            super(Kind.OPERATOR, id, account);
        }
    }

    static final class VirtualNumber extends Thing {
        String phone = "";
        String country = "";

        @Nullable
        String name;

        boolean active = true;
        boolean recording = true;
        String strategy = "priority";

        @Nullable
        Long project;

        final List<Long> ring = new ArrayList<>();
        final Map<Long, Integer> ringSeconds = new HashMap<>();
        int ringTimeout = 20;

        /** As it is answered. */
        Map<String, @Nullable Object> fallback = Shapes.object("type", "hangup");

        VirtualNumber(long id, long account) {
            super(Kind.NUMBER, id, account);
        }
    }

    static final class Project extends Thing {
        /** All that a client says about it. */
        final Map<String, @Nullable Object> said = new LinkedHashMap<>();

        String createdAt = "";
        String updatedAt = "";

        Project(long id, long account) {
            super(Kind.PROJECT, id, account);
        }

        String name() {
            return String.valueOf(said.get("name"));
        }
    }

    static final class ApiKey extends Thing {
        String name = "";
        String secret = "";
        List<String> permissions = List.of();

        @Nullable
        Long project;

        @Nullable
        String expiresAt;

        String createdAt = "";
        boolean used;
        boolean revoked;

        ApiKey(long id, long account) {
            super(Kind.KEY, id, account);
        }

        boolean may(String permission) {
            return permissions.contains(permission);
        }
    }

    /** The digits that only this world has in its telephone numbers. */
    final String digits;

    final Map<Kind, TreeMap<Long, Thing>> living = new HashMap<>();

    /** Every id that ever was given out, by kind. */
    final Map<Kind, List<Long>> everKnown = new HashMap<>();

    /** Every key that ever was, in the order of their issue. */
    final List<ApiKey> keys = new ArrayList<>();

    World(int number) {
        digits = "%06d".formatted(number);
        for (Kind kind : Kind.ALL) {
            living.put(kind, new TreeMap<>());
            everKnown.put(kind, new ArrayList<>());
        }
    }

    void add(Thing thing) {
        living.get(thing.kind).put(thing.id, thing);
        everKnown.get(thing.kind).add(thing.id);
        if (thing instanceof ApiKey key) {
            keys.add(key);
        }
    }

    void remove(Thing thing) {
        living.get(thing.kind).remove(thing.id);
        if (thing instanceof ApiKey key) {
            key.revoked = true;
        }
    }

    Collection<Thing> all(Kind kind) {
        return living.get(kind).values();
    }

    List<Thing> ofAccount(Kind kind, long account) {
        return all(kind).stream().filter(thing -> thing.account == account).toList();
    }

    @Nullable
    Thing find(Kind kind, long id) {
        return living.get(kind).get(id);
    }

    Operator operator(long id) {
        return (Operator) Objects.requireNonNull(find(Kind.OPERATOR, id));
    }

    List<VirtualNumber> numbers() {
        return all(Kind.NUMBER).stream().map(VirtualNumber.class::cast).toList();
    }

    List<Operator> operators() {
        return all(Kind.OPERATOR).stream().map(Operator.class::cast).toList();
    }

    // What happens when something goes.

    void delete(Operator operator) {
        remove(operator);
        for (VirtualNumber number : numbers()) {
            if (number.ring.remove(operator.id)) {
                number.ringSeconds.remove(operator.id);
                number.revision++;
            }
        }
    }

    void delete(Project project) {
        remove(project);
        for (VirtualNumber number : numbers()) {
            if (number.project != null && number.project == project.id) {
                remove(number);
            }
        }
        for (Operator operator : operators()) {
            if (operator.projects.remove(project.id)) {
                operator.revision++;
            }
        }
        for (ApiKey key : keys) {
            if (!key.revoked && key.project != null && key.project == project.id) {
                remove(key);
            }
        }
    }
}
