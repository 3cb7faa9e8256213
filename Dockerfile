# An image of the server: as nobody in particular, with an ahead-of-time cache for its start.

FROM eclipse-temurin:25-jdk AS built
WORKDIR /source
COPY . .
RUN ./mvnw -q package -pl server -am -DskipTests

# The cache holds only for the runtime, and the jars in the place, that it was made with.
FROM eclipse-temurin:25-jre AS started
WORKDIR /opt
COPY --from=built /source/server/target/patchbay.jar .
RUN java -Djarmode=tools -jar patchbay.jar extract
RUN PATCHBAY_DATA_DIR=$(mktemp -d) java -XX:AOTCacheOutput=patchbay/patchbay.aot --sun-misc-unsafe-memory-access=allow \
    -Dspring.context.exit=onRefresh -jar patchbay/patchbay.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 patchbay && install -d -o patchbay -m 700 /data
COPY --from=started /opt/patchbay /opt/patchbay
WORKDIR /opt
USER 10001
ENV PATCHBAY_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:AOTCache=patchbay/patchbay.aot", "--sun-misc-unsafe-memory-access=allow", \
    "-jar", "patchbay/patchbay.jar"]
