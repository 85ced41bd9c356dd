import type { ShapeOf } from './geojson.ts';

export const shapeOf: ShapeOf = () => null;
