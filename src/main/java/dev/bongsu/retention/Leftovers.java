package dev.bongsu.retention;

import dev.bongsu.access.QuotaStore;
import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.RobotsStore;
import dev.bongsu.inbox.InboxStore;

/// The tables in which something is left that nobody needs after a while.
public record Leftovers(
    RetentionStore retention,
    EntryKeyStore keys,
    InboxStore inbox,
    QuotaStore quotas,
    HostStore hosts,
    RobotsStore robots) {}
