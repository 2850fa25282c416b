/** What is done about one appointment, and not about the person. */
export const IN_ROWS: readonly string[] = ['leavePost', 'correctAppointment'];
