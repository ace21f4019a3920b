/** What stands on every form, whatever it is for. */

export const form = {
  submit: 'Send',
  close: 'Cancel',
  /** Leads to the form once more, with what was written in it. */
  again: 'Back to the form',
};
