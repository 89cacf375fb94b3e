package dev.bongsu.archive;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The search index of the articles of the last thirty days.
///
/// @param path folder of the index; each node needs its own. It may be deleted: the bot builds it
///   again from the database
@ConfigurationProperties("bongsu.archive")
public record ArchiveSettings(@DefaultValue("data/archive") Path path) {}
