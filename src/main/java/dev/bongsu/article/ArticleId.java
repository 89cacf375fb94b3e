package dev.bongsu.article;

/// The number of an article's row.
public record ArticleId(long value) {}
