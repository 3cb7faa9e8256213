package dev.patchbay.server.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the contract says of agents, teams and roles, in plain collections, and how many activities it came to. */
final class StaffModel {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> MANUAL = Set.of("away_manual", "away_and_reassigning");
    private static final Set<String> TOLD = Set.of("online", "away_manual", "away_and_reassigning");

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

        @Nullable
        Instant lastActive;
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

    long activities;

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

    /** Those who have keys, good or not. */
    SortedMap<Long, Member> holders() {
        TreeMap<Long, Member> holders = new TreeMap<>(agents);
        holders.values().removeIf(agent -> agent.keys == null);
        return holders;
    }

    Set<String> permissions(Member agent) {
        Set<String> permissions = new TreeSet<>();
        agent.roles.forEach(role -> permissions.addAll(roles.get(role).permissions));
        return permissions;
    }

    void takeIn(long id, Member agent) {
        agents.put(id, agent);
        activities++;
    }

    void rename(Member agent, String firstName, String lastName) {
        count(!agent.firstName.equals(firstName) || !agent.lastName.equals(lastName));
        agent.firstName = firstName;
        agent.lastName = lastName;
    }

    void move(Member agent, String email) {
        count(!agent.email.equals(email));
        agent.email = email;
    }

    void enable(Member agent, boolean enabled) {
        count(agent.enabled != enabled);
        agent.enabled = enabled;
    }

    void assignRoles(Member agent, Collection<Long> wanted) {
        assign(agent.roles, wanted);
    }

    void assignTeams(Member agent, Collection<Long> wanted) {
        assign(agent.teams, wanted);
    }

    /** Nobody hears of what comes by itself, which leaves alone what somebody chose. */
    void say(Member agent, String availability, boolean automatic) {
        if (!agent.availability.equals(availability) && !(automatic && MANUAL.contains(agent.availability))) {
            count(!automatic && TOLD.contains(availability));
            agent.availability = availability;
        }
    }

    void sweep(Instant now) {
        agents.values().stream()
                .filter(agent -> agent.lastActive == null || agent.lastActive.isBefore(now.minus(PATIENCE)))
                .forEach(agent -> say(agent, "offline", true));
    }

    void issue(Member agent, String keys) {
        loseKeys(agent);
        agent.keys = keys;
        activities++;
    }

    void revoke(Member agent) {
        count(agent.keys != null);
        loseKeys(agent);
    }

    void deleteAgent(long id) {
        loseKeys(agents.get(id));
        agents.remove(id);
        activities++;
    }

    void name(long team, String name) {
        count(!name.equals(teams.put(team, name)));
    }

    void deleteTeam(long id) {
        teams.remove(id);
        activities++;
        agents.values().forEach(agent -> count(agent.teams.remove(id)));
    }

    void make(long id, String name, Collection<String> permissions) {
        Part role = new Part();
        role.name = name;
        role.permissions.addAll(permissions);
        roles.put(id, role);
        activities++;
    }

    void change(Part role, String name, Collection<String> permissions) {
        count(!role.name.equals(name));
        count(!role.permissions.equals(Set.copyOf(permissions)));
        role.name = name;
        role.permissions.clear();
        role.permissions.addAll(permissions);
    }

    void deleteRole(long id) {
        roles.remove(id);
        activities++;
        agents.values().forEach(agent -> count(agent.roles.remove(id)));
    }

    /** What an answer says of an agent, but for times. */
    Map<String, Object> shown(Member agent) {
        return Map.of(
                "email",
                agent.email,
                "first_name",
                agent.firstName,
                "last_name",
                agent.lastName,
                "enabled",
                agent.enabled,
                "availability_status",
                agent.availability,
                "roles",
                agent.roles.stream().map(role -> roles.get(role).name).sorted().toList(),
                "permissions",
                List.copyOf(permissions(agent)),
                "teams",
                agent.teams.stream().map(teams::get).sorted().toList(),
                "api_key",
                agent.keys == null ? "" : agent.keys.substring(0, 32));
    }

    private void assign(Set<Long> held, Collection<Long> wanted) {
        Set<Long> both = new HashSet<>(held);
        both.retainAll(wanted);
        activities += held.size() + wanted.size() - 2L * both.size();
        held.clear();
        held.addAll(wanted);
    }

    private void loseKeys(Member agent) {
        if (agent.keys != null) {
            lostKeys.add(agent.keys);
            agent.keys = null;
        }
    }

    private void count(boolean happened) {
        if (happened) {
            activities++;
        }
    }
}
