/** Loaded after the first paint: unicode-range slices, of which a browser fetches only those it must draw and has no font for. Made in vite.config.ts. */
import 'virtual:fonts.css';
