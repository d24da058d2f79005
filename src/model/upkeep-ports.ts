/** One attempt of GitHub's to deliver an event, as its log tells. */
export interface DeliveryAttempt {
  /** The attempt's own number, in digits: it may be larger than a double is exact for. */
  id: string;
  /** The delivery's GUID, the same for all its attempts. */
  guid: string;
  event: string;
  /** ISO 8601: when it was made. */
  at: string;
  /** Whether the receiver took it. */
  isTaken: boolean;
}

/** What GitHub has delivered to the App or tried to, as far back as GitHub keeps it. */
export interface DeliveryLog {
  /**
   * The attempts since a moment (ISO 8601), newest first, a page at a time: all that failed, and of those that were taken
   * as many as GitHub gives with them. Errors: rejects on a world that does not answer.
   */
  attemptsSince(moment: string): AsyncIterable<DeliveryAttempt[]>;
  /** Has the delivery of an attempt made again. Errors: one named `Refused` when GitHub has it no more. */
  redeliver(id: string): Promise<void>;
}
