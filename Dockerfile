# A digest pins the base: docker build --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:… .
ARG NODE_IMAGE=node:24-bookworm-slim

# Packages have a stage of their own: what npm leaves behind stays there, and a change of the code installs nothing anew.
# The base image brings Node, so the optional packages that would bring it stay out.
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --omit=optional --ignore-scripts

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="meetup-bot" \
      org.opencontainers.image.description="Keeps a meetup community's reports and events findable" \
      org.opencontainers.image.licenses="MIT"

# For communities that publish what the bot writes: git, and what it reaches https:// and ssh:// with.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates git openssh-client \
 && rm -rf /var/lib/apt/lists/*

# All that the bot writes lies in one folder. User 1000 may write there, and so may whatever user a platform picks
# instead, as long as it is in group 0 (OpenShift does that).
RUN install --directory --owner=1000 --group=0 --mode=0770 /data
VOLUME /data

# A container is reached from outside or not at all; what is published where is the host's decision.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    MEETUP_DATA=/data \
    MEETUP_CONTENT=/data/content
EXPOSE 3000

# Two heaps, the bot's and its search thread's, share the memory of one container. With small nurseries and one arena for
# malloc, which gives back what is free rather than to keep more the more it once needed, 5,000 reports fit into 256 MiB;
# without, the kernel ends the bot after a few hundred pages.
ENV NODE_OPTIONS=--max-semi-space-size=2 \
    MALLOC_ARENA_MAX=1 \
    MALLOC_TRIM_THRESHOLD_=131072

# In the order of how seldom they change. Everything here belongs to root: the bot can read itself, not rewrite itself.
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY content ./content
COPY adapters ./adapters
COPY src ./src

# By number, so that an orchestrator can tell that it is not root.
USER 1000

# Where nobody answers, fetch rejects and Node exits with 1 by itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1))"]

# No shell and no npm in between: node is process 1 and gets SIGTERM itself. In a container of 256 MiB its own limit
# would be beyond that, and the kernel would end it before it ever tidied up; 160 MiB leave room for what is not heap.
# Code that is small rather than fast saves some 15 MiB in two chats, and nobody sees the milliseconds.
ENTRYPOINT ["node", "--optimize-for-size", "--max-old-space-size=160", "src/start.mjs"]
