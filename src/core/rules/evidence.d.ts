declare module '*.evidence.yaml' {
  const data: import('../scorer/evidence').EvidenceData;
  export default data;
}
