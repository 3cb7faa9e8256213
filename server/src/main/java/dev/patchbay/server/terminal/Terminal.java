package dev.patchbay.server.terminal;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands of the jar; without one it is the server. */
@Command(
        name = "patchbay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Asks a running server, or copies its data. Without a command this is the server.")
public final class Terminal implements Runnable {
    private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Terminal() {}

    /** Whether somebody wants to run a command, not the server. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || OPTIONS.contains(arguments[0]));
    }

    /** Runs a command; the exit status. */
    public static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Terminal())
                .addSubcommand(new ProjectionsCommand(environment))
                .addSubcommand(new ReplayCommand(environment))
                .addSubcommand(new AuditCommand(environment))
                .addSubcommand(new ExportCommand(environment))
                .addSubcommand(new BackupCommand(environment))
                .addSubcommand(new CopyLogCommand(environment))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    Failure known = Failure.of(failure);
                    line.getErr().println(known.getMessage());
                    return known.exitStatus();
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
