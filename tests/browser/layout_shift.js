/* Adds up how far what a page shows moves by itself, as browsers count it: the largest
   session of shifts. To be run before any script of the page. */
() => {
  let [first, last, session] = [0, 0, 0];
  window.largestShift = 0;

  const count = ({ startTime, value, sources }) => {
    const isNew = startTime - last > 1000 || startTime - first > 5000;
    if (isNew) [first, session] = [startTime, 0];
    last = startTime;
    session += value;
    window.largestShift = Math.max(window.largestShift, session);
  };

  new PerformanceObserver((list) => list.getEntries().forEach(count)).observe({
    type: "layout-shift",
    buffered: true,
  });
}
