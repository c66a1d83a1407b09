/** Loaded after the first paint: some hundred unicode-range slices, of which a browser fetches only those it must draw and has no font for. */
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
