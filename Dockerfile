# syntax=docker/dockerfile:1

# A digest can stand here: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

# Packages alone, so that a change of the code does not install them again. The image has Node: the optional one stays out.
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM ${NODE_IMAGE}
ENV NODE_ENV=production \
    MEETUP_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY adapters ./adapters
COPY content ./content
RUN mkdir /data && chown node:node /data

# The node user, by number, so that an orchestrator can tell that it is not root.
USER 1000
VOLUME ["/data"]
ENTRYPOINT ["node", "--max-old-space-size=160", "src/start.mjs"]
