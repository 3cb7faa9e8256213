package dev.patchbay.shared;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The events of the class path, found where they are and not by a list that could be forgotten. */
final class EventTypes {

    private static final List<Class<?>> ALL = find();

    private EventTypes() {}

    static List<Class<?>> all() {
        return ALL;
    }

    private static List<Class<?>> find() {
        List<Class<?>> types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.patchbay.shared").stream()
                        .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        if (types.isEmpty()) {
            throw new AssertionError("no event was found where many are");
        }
        return types;
    }
}
