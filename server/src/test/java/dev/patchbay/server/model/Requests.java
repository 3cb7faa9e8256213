package dev.patchbay.server.model;

import dev.patchbay.server.model.Action.Again;
import dev.patchbay.server.model.Action.Ask;
import dev.patchbay.server.model.Action.Attach;
import dev.patchbay.server.model.Action.Change;
import dev.patchbay.server.model.Action.Condition;
import dev.patchbay.server.model.Action.Create;
import dev.patchbay.server.model.Action.Delete;
import dev.patchbay.server.model.Action.Detach;
import dev.patchbay.server.model.Action.Flaw;
import dev.patchbay.server.model.Action.Link;
import dev.patchbay.server.model.Action.Member;
import dev.patchbay.server.model.Action.Pick;
import dev.patchbay.server.model.Action.Reorder;
import dev.patchbay.server.model.Action.Unlink;
import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Thing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns actions into requests about what there is in a world by then. */
final class Requests {

    private static final List<String> MALFORMED = List.of("0", "01", "+1", "abc", "9223372036854775808", "-1");
    private static final List<String> MALFORMED_JSON =
            List.of("0", "\"7\"", "1.5", "true", "9223372036854775808", "-1");
    private static final long NOBODY = 987_654_321;

    private final World world;

    Requests(World world) {
        this.world = world;
    }

    /** The request, or null when the world would grow too large, or lose its first keys. */
    @Nullable
    Request of(Action action, List<Request> before) {
        return switch (action) {
            case Again again -> before.isEmpty() ? null : before.get(Math.max(0, before.size() - again.back()));
            case Ask ask -> of(ask);
        };
    }

    private @Nullable Request of(Ask ask) {
        ApiKey caller = world.keys.get(ask.caller() % world.keys.size());
        Request request = switch (ask.what()) {
            case Create create -> create(create, caller);
            case Change change ->
                write(caller, "PATCH", path(change.kind(), change.pick(), caller), members(change.members(), caller));
            case Delete delete -> delete(delete, caller);
            case Attach attach -> attach(attach, caller);
            case Detach detach -> detach(detach, caller);
            case Reorder order -> order(order, caller);
            case Link link -> link(link, caller);
            case Unlink unlink ->
                write(
                        caller,
                        "DELETE",
                        links(unlink.project(), unlink.kind(), caller) + "/"
                                + text(unlink.kind(), unlink.member(), caller),
                        null);
        };
        return request == null ? null : dressed(request, ask, caller);
    }

    private @Nullable Request create(Create create, ApiKey caller) {
        if (isFull(create.kind(), caller)) {
            return null;
        }
        boolean alias = create.members().size() % 2 == 0;
        String path = create.kind().path + (create.kind() == Kind.NUMBER && alias ? "/purchase" : "");
        return write(caller, "POST", path, members(create.members(), caller));
    }

    private boolean isFull(Kind kind, ApiKey caller) {
        return world.ofAccount(kind, caller.account).size() >= kind.most;
    }

    private @Nullable Request delete(Delete delete, ApiKey caller) {
        String path = path(delete.kind(), delete.pick(), caller);
        boolean first = world.keys.stream().limit(2).anyMatch(key -> path.equals(Kind.KEY.path + "/" + key.id));
        return first ? null : write(caller, "DELETE", path, null);
    }

    private @Nullable Request attach(Attach attach, ApiKey caller) {
        if (attach.operator() == null && isFull(Kind.OPERATOR, caller)) {
            return null;
        }
        Stream<Member> operator = attach.operator() == null
                ? Stream.empty()
                : Stream.of(new Member("operator_id", json(Kind.OPERATOR, attach.operator(), caller)));
        return write(
                caller,
                "POST",
                path(Kind.NUMBER, attach.number(), caller) + (attach.alias() ? "/operators" : "/add_operator"),
                members(Stream.concat(operator, attach.members().stream()).toList(), caller));
    }

    private Request detach(Detach detach, ApiKey caller) {
        String number = path(Kind.NUMBER, detach.number(), caller);
        String operator = text(Kind.OPERATOR, detach.operator(), caller);
        return switch (detach.spelling()) {
            case PATH -> write(caller, "DELETE", number + "/operators/" + operator, null);
            case QUERY -> write(caller, "DELETE", number + "/remove_operator?operator_id=" + operator, null);
            case BODY -> {
                String json = json(Kind.OPERATOR, detach.operator(), caller);
                yield write(caller, "DELETE", number + "/remove_operator", "{\"operator_id\": " + json + "}");
            }
            case NOTHING -> write(caller, "DELETE", number + "/remove_operator", null);
        };
    }

    private Request order(Reorder order, ApiKey caller) {
        List<Pick> operators = order.operators();
        String body = operators == null
                ? "{}"
                : operators.stream()
                        .map(operator -> json(Kind.OPERATOR, operator, caller))
                        .collect(Collectors.joining(", ", "{\"operator_ids\": [", "]}"));
        return write(caller, "PUT", path(Kind.NUMBER, order.number(), caller) + "/operators", body);
    }

    private Request link(Link link, ApiKey caller) {
        Pick member = link.member();
        String name = link.kind() == Kind.OPERATOR ? "operator_id" : "virtual_number_id";
        String body = member == null ? "{}" : "{\"" + name + "\": " + json(link.kind(), member, caller) + "}";
        return write(caller, "POST", links(link.project(), link.kind(), caller), body);
    }

    private String links(Pick project, Kind kind, ApiKey caller) {
        return path(Kind.PROJECT, project, caller) + kind.path;
    }

    private static Request write(ApiKey caller, String method, String path, @Nullable String body) {
        return Request.of(caller.secret, method, path, body);
    }

    private Request dressed(Request plain, Ask ask, ApiKey caller) {
        String body = plain.body();
        if (body != null) {
            body = switch (ask.flaw()) {
                case CUT_OFF -> body.substring(0, body.length() - 1);
                case NO_OBJECT -> "[" + body + "]";
                default -> body;
            };
        }
        return new Request(
                caller.secret,
                plain.method(),
                plain.path(),
                body,
                ask.flaw() == Flaw.NOT_CALLED_JSON ? "text/plain" : plain.contentType(),
                ifMatch(ask.ifMatch(), target(plain)),
                ask.retry() < 0 ? null : "retry-" + ask.retry());
    }

    /** What an If-Match is about, as far as it is there. */
    private @Nullable Thing target(Request request) {
        Path path = Path.of(request.path());
        Kind kind = Reads.kind(path.root());
        try {
            if (kind != Kind.PROJECT || path.size() < 3) {
                return path.size() < 2 ? null : world.find(kind, path.id(1));
            }
            String member = path.size() == 4
                    ? path.parts().get(3)
                    : String.valueOf(request.body()).replaceAll("\\D", "");
            return world.find(Reads.kind(path.branch()), Long.parseLong(member));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String ifMatch(Condition condition, @Nullable Thing target) {
        boolean known = target != null && !target.etags.isEmpty();
        String current = known ? target.etags.getLast() : "\"1-0123456789abcdef\"";
        return switch (condition) {
            case NONE -> null;
            case CURRENT -> current;
            case OUTDATED -> known ? target.etags.getFirst() : current;
            case WEAK -> "W/" + current;
            case ANY -> "*";
            case NONSENSE -> "\"abc\"";
        };
    }

    private String members(List<Member> members, ApiKey caller) {
        return members.stream()
                .map(member -> '"' + member.name() + "\": " + filled(member.json(), caller))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String filled(String json, ApiKey caller) {
        String digits = world.digits;
        String text = json.replace("######", digits)
                .replace("###-###", digits.substring(0, 3) + "-" + digits.substring(3))
                .replace("### ###", digits.substring(0, 3) + " " + digits.substring(3));
        for (int i = 0; i < 2; i++) {
            text = text.replace("@" + i, living(Kind.PROJECT, i, caller))
                    .replace("^" + i, living(Kind.OPERATOR, i, caller));
        }
        for (int i = 0; i < 4; i++) {
            text = text.replace("%" + i, living(Kind.NUMBER, i, caller));
        }
        return text.equals("@9") ? text(Kind.PROJECT, new Pick(Action.Whose.ANY_EVER, 9), caller) : text;
    }

    private String living(Kind kind, int index, ApiKey caller) {
        return text(kind, new Pick(Action.Whose.LIVING_OF_CALLER, index), caller);
    }

    private String path(Kind kind, Pick pick, ApiKey caller) {
        return kind.path + "/" + text(kind, pick, caller);
    }

    private String text(Kind kind, Pick pick, ApiKey caller) {
        return switch (pick.whose()) {
            case MALFORMED -> MALFORMED.get(pick.index() % MALFORMED.size());
            case ANY_EVER -> nth(world.everKnown.get(kind), pick.index());
            case LIVING_OF_CALLER ->
                nth(
                        world.ofAccount(kind, caller.account).stream()
                                .map(thing -> thing.id)
                                .toList(),
                        pick.index());
        };
    }

    private String json(Kind kind, Pick pick, ApiKey caller) {
        return pick.whose() == Action.Whose.MALFORMED
                ? MALFORMED_JSON.get(pick.index() % MALFORMED_JSON.size())
                : text(kind, pick, caller);
    }

    private static String nth(List<Long> ids, int index) {
        return Long.toString(ids.isEmpty() ? NOBODY : ids.get(index % ids.size()));
    }
}
