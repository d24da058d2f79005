/**
 * Where GitHub's description is not what GitHub answers: each with the reason. A change to the description makes the
 * script fail where a correction no longer applies.
 */
export const operationCorrections = {
  'GET /app/installations': {
    reason: 'the account of a listed installation is described as a person and an enterprise in one, which nothing is',
    correct(operation) {
      const { schema } = operation.responses['200'].content['application/json'];
      if (!JSON.stringify(schema).includes('"allOf"'))
        throw new Error('GET /app/installations is described rightly now');
      operation.responses['200'].content['application/json'] = {
        schema: { type: 'array', items: { $ref: '#/components/schemas/installation' } },
      };
    },
  },
};

/** The same for what several operations share. */
export const schemaCorrections = {
  'issue-search-result-item': {
    reason: 'an issue without a text is found as well, and its text is null',
    correct(schema) {
      if (schema.properties.body.nullable) throw new Error('issue-search-result-item is described rightly now');
      schema.properties.body.nullable = true;
    },
  },
  'pull-request-simple': {
    reason: 'a label that nobody described is listed with a pull request too, as with the pull request itself',
    correct(schema) {
      const { description } = schema.properties.labels.items.properties;
      if (description.nullable) throw new Error('pull-request-simple is described rightly now');
      description.nullable = true;
    },
  },
};

/** The same for the payloads of webhooks. */
export const eventCorrections = Object.fromEntries(
  ['blocked-by-added', 'blocked-by-removed', 'blocking-added', 'blocking-removed'].map((action) => [
    `webhook-issue-dependencies-${action}`,
    {
      reason: 'the issues of a person’s repository have dependencies too, and no organisation is there to be told of',
      correct(schema) {
        if (!schema.required.includes('organization')) throw new Error(`${action} is described rightly now`);
        schema.required = schema.required.filter((name) => name !== 'organization');
      },
    },
  ]),
);
