// To be imported before anything else. The GraphQL library looks at this once, when it is loaded: unless told that it serves, it checks with
// every value whether two copies of itself are mixed, which costs a tenth of an answer.
process.env['NODE_ENV'] ??= 'production';
