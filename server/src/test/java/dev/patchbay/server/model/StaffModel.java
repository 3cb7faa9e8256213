package dev.patchbay.server.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the contract says of agents, teams and roles, in plain collections. */
final class StaffModel {

    /** An agent; roles and teams by their ids. */
    static final class Member {
        String email = "";
        String firstName = "";
        String lastName = "";
        boolean enabled = true;
        String availability = "offline";
        final TreeSet<Long> roles = new TreeSet<>();
        final TreeSet<Long> teams = new TreeSet<>();

        /** Both keys with a colon between them; null for none. */
        @Nullable
        String keys;
    }

    /** A role. */
    static final class Part {
        String name = "";
        final TreeSet<String> permissions = new TreeSet<>();
    }

    final TreeMap<Long, Member> agents = new TreeMap<>();
    final TreeMap<Long, String> teams = new TreeMap<>();
    final TreeMap<Long, Part> roles = new TreeMap<>();

    /** Pairs that open nothing any more. */
    final List<String> lostKeys = new ArrayList<>();

    boolean isEmailTaken(String email, long butBy) {
        return agents.entrySet().stream()
                .anyMatch(
                        each -> each.getKey() != butBy && each.getValue().email.equals(email));
    }

    boolean isTeamNameTaken(String name, long butBy) {
        return teams.entrySet().stream()
                .anyMatch(each -> each.getKey() != butBy && each.getValue().equals(name));
    }

    boolean isRoleNameTaken(String name, long butBy) {
        return roles.entrySet().stream()
                .anyMatch(each -> each.getKey() != butBy && each.getValue().name.equals(name));
    }

    Set<String> permissions(Member agent) {
        Set<String> permissions = new TreeSet<>();
        agent.roles.forEach(role -> permissions.addAll(roles.get(role).permissions));
        return permissions;
    }

    void deleteTeam(long id) {
        teams.remove(id);
        agents.values().forEach(agent -> agent.teams.remove(id));
    }

    void deleteRole(long id) {
        roles.remove(id);
        agents.values().forEach(agent -> agent.roles.remove(id));
    }

    void loseKeys(Member agent) {
        if (agent.keys != null) {
            lostKeys.add(agent.keys);
            agent.keys = null;
        }
    }

    /** What an answer says of an agent, but for times. */
    Map<String, Object> shown(long id) {
        Member agent = agents.get(id);
        Map<String, Object> shown = new HashMap<>();
        shown.put("email", agent.email);
        shown.put("first_name", agent.firstName);
        shown.put("last_name", agent.lastName);
        shown.put("enabled", agent.enabled);
        shown.put("availability_status", agent.availability);
        shown.put(
                "roles",
                agent.roles.stream().map(role -> roles.get(role).name).sorted().toList());
        shown.put("permissions", List.copyOf(permissions(agent)));
        shown.put("teams", agent.teams.stream().map(teams::get).sorted().toList());
        shown.put("api_key", agent.keys == null ? "" : agent.keys.substring(0, 32));
        return shown;
    }
}
