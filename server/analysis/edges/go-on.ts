/** Whether a search may go on, at once or after others had their turn. */
export type GoOn = () => boolean | Promise<boolean>;
