// The panel of facets is open beside the hits, and folded above them where there is no room beside.
const isNarrow = matchMedia('(max-width: 46rem)');

function fold() {
  for (const panel of document.querySelectorAll('.facet-panel')) panel.open = !isNarrow.matches;
}

fold();
isNarrow.addEventListener('change', fold);
