package dev.bongsu.http;

import org.apache.hc.client5.http.cookie.CookieStore;

/// A request under way, with what its hops share.
record Fetch(HttpRequest request, long deadlineNanos, BodyReader reader, CookieStore cookies) {}
