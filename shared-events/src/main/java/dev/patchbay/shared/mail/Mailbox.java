package dev.patchbay.shared.mail;

import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Where mail comes from or goes to: an address, and perhaps the name that is shown with it. */
public record Mailbox(EmailAddress address, @Nullable DisplayName name) {}
