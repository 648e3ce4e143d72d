/** The element of a standard's row that says what the city's figure is, and which way a county may move it. */
export const floorOf = (id: string): string => `floor-${id}`;

/** The element that says only the latter. */
export const directionOf = (id: string): string => `direction-${id}`;
