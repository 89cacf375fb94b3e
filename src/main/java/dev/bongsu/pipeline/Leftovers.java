package dev.bongsu.pipeline;

import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.command.InboxStore;
import dev.bongsu.delivery.ForgottenStore;
import dev.bongsu.http.HostStore;
import dev.bongsu.subscription.QuotaStore;

/// The tables in which something is left that nobody needs after a while.
public record Leftovers(
    ForgottenStore delivered,
    EntryKeyStore keys,
    InboxStore inbox,
    QuotaStore quotas,
    HostStore hosts) {}
