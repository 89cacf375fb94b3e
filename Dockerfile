# Both images can be replaced where these cannot be pulled. The build image needs Maven and JDK 25, the base image
# Java 25, bash and useradd.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-25
ARG BASE_IMAGE=eclipse-temurin:25-jre
# `build` makes the program; `folder` takes the target/bongsu that `mvn package` has made.
ARG PROGRAM=build

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY config config
COPY src src
# The tests are the business of `mvn -B verify`, not of an image.
RUN mvn -B -Dmaven.test.skip=true package

FROM scratch AS folder
COPY target/bongsu /build/target/bongsu

FROM ${PROGRAM} AS program

FROM ${BASE_IMAGE}
ENV LANG=C.UTF-8 \
    SERVER_ADDRESS=0.0.0.0
RUN groupadd --gid 10001 bongsu \
 && useradd --uid 10001 --gid bongsu --home-dir /app --no-create-home --shell /usr/sbin/nologin bongsu \
 && mkdir -p /app/data \
 && chown bongsu:bongsu /app/data
WORKDIR /app
COPY --from=program /build/target/bongsu ./
# The cache of what a start loads is made again: it must be of this image's own Java.
RUN bin/bongsu --train
USER bongsu
# The database and the log.
VOLUME /app/data
EXPOSE 8080
# A plain Java image has neither curl nor wget, but bash can open a connection.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>\"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}\" && printf 'GET /health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["bin/bongsu"]
