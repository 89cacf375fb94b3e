package dev.bongsu.archive;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where recent articles are kept for searching.
///
/// @param path a folder of this node's own; it may be deleted, and is made anew
@ConfigurationProperties("bongsu.archive")
public record ArchiveSettings(@DefaultValue("data/archive") Path path) {}
