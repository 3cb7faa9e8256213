package dev.patchbay.server.model;

import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Project;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request that only looks. */
final class Reads {

    private final Model model;
    private final ApiKey caller;
    private final Path path;

    Reads(Model model, ApiKey caller, Path path) {
        this.model = model;
        this.caller = caller;
        this.path = path;
    }

    Answer answer() {
        if (path.size() == 2) {
            return model.detail(200, model.visible(caller, kind(path.root()), path.id(1)), caller);
        }
        Long project = caller.project;
        if (path.size() == 3) {
            project = model.visible(caller, Kind.PROJECT, path.id(1)).id;
        }
        return list(entries(path.parts().getLast(), project));
    }

    private List<?> entries(String what, @Nullable Long project) {
        Shapes shapes = model.shapes;
        return switch (what) {
            case "operators" ->
                shapes.operators(caller.account, project).stream()
                        .map(operator -> shapes.summary(operator, project))
                        .toList();
            case "virtual_numbers" ->
                shapes.numbers(caller.account, project).stream()
                        .map(shapes::summary)
                        .toList();
            case "projects" ->
                model.world.ofAccount(Kind.PROJECT, caller.account).stream()
                        .map(Project.class::cast)
                        .filter(each -> project == null || project == each.id)
                        .sorted(Comparator.<Project>comparingInt(each -> Names.rank(each.name()))
                                .thenComparing(each -> each.id))
                        .map(shapes::summary)
                        .toList();
            default ->
                model.world.ofAccount(Kind.KEY, caller.account).stream()
                        .map(key -> shapes.shape((ApiKey) key, false))
                        .toList();
        };
    }

    private Answer list(List<?> entries) {
        String page = path.parameter("page");
        String perPage = path.parameter("per_page");
        if (page == null || perPage == null) {
            return Answer.data(200, entries);
        }
        int number = Integer.parseInt(page);
        int size = Integer.parseInt(perPage);
        int from = Math.min((number - 1) * size, entries.size());
        List<?> shown = entries.subList(from, Math.min(from + size, entries.size()));
        int pages = (entries.size() + size - 1) / size;
        return Answer.of(
                200,
                Shapes.object(
                        "data",
                        shown,
                        "meta",
                        Shapes.object(
                                "current_page", number,
                                "total_pages", pages,
                                "total_count", entries.size(),
                                "per_page", size)));
    }

    static Kind kind(String root) {
        return switch (root) {
            case "operators" -> Kind.OPERATOR;
            case "virtual_numbers" -> Kind.NUMBER;
            case "projects" -> Kind.PROJECT;
            default -> Kind.KEY;
        };
    }
}
