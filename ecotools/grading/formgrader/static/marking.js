// Beside each answer that a person marks: the rubric with a key for each row, the model answer, the right
// numbers for this learner, and the answers of others that are nearly the same. With ?task=… in the address
// the page shows that task alone.
(function () {
  "use strict";

  const asked = new URLSearchParams(window.location.search).get("task");
  let current = null; // the task that keys are for
  let tasks = [];

  const make = (tag, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const panelOf = (cell) => document.getElementById(cell)?.closest(".nbgrader_cell");
  const gradeOf = (cell) => formgrader.grades?.findWhere({ name: cell });
  const inHtml = (html) => make("div", { innerHTML: html }); // cleaned where it was made
  const percent = (share) => `${Math.round(100 * share)}%`;

  // The rubric

  function rubric(task) {
    const rows = task.rubric.map((row) =>
      make(
        "button",
        { type: "button", className: "btn btn-default marking-row", onclick: () => give(task, row.points) },
        make("kbd", {}, row.key || "–"),
        make("strong", {}, `${row.points} ${row.points === 1 ? "point" : "points"}`),
        make("span", {}, row.says),
      ),
    );
    task.rows = rows;
    return make("div", { className: "marking-rubric", role: "group", ariaLabel: "Rubric" }, ...rows);
  }

  function give(task, points) {
    take(task);
    gradeOf(task.cell)?.save({ manual_score: points });
  }

  function drawScore(task) {
    const grade = gradeOf(task.cell);
    if (!grade) return;
    const score = grade.get("needs_manual_grade") ? null : grade.get("manual_score");
    (task.rubric || []).forEach((row, place) => {
      const chosen = score !== null && Number(score) === row.points;
      task.rows[place].setAttribute("aria-pressed", chosen);
      task.rows[place].classList.toggle("active", chosen);
    });
    const left = task.others + (grade.get("needs_manual_grade") ? 1 : 0);
    task.count.textContent = left ? `${left} of ${task.answers} wait` : `All ${task.answers} are marked`;
  }

  // What the learner is measured by

  function model(task) {
    return make(
      "details",
      { className: "marking-model", open: true },
      make("summary", {}, task.model_of ? `Model answer, for the STUDENT_ID “${task.model_of}”` : "Model answer"),
      inHtml(task.model),
    );
  }

  function numbers(task, told) {
    const head = make("summary", {}, "Right numbers for ", make("span", { className: "name-hidden" }, "this learner"));
    head.append(make("span", { className: "name-shown" }, `the STUDENT_ID “${told.student_id}”`));
    const box = make("details", { className: "marking-numbers", open: true }, head);
    if (told.stopped) box.append(make("p", { className: "text-danger" }, `The reference stopped: ${told.stopped}`));
    if (told.numbers.length) box.append(table(told.numbers));
    const titles = new Set([task.title, ...told.shown.map((one) => one.task)]); // its own first
    titles.forEach((title) => {
      const cells = told.shown.filter((one) => one.task === title).map((one) => inHtml(one.html));
      const open = title === task.title;
      if (cells.length) box.append(make("details", { open }, make("summary", {}, title), ...cells));
    });
    if (told.own.length)
      box.append(make("p", {}, `What cells of ${told.own.join(", ")} show is the learner’s own: see the hand-in.`));
    if (box.childElementCount === 1) box.append(make("p", {}, "The reference shows no numbers of a learner's own."));
    return box;
  }

  function table(rows) {
    const body = rows.map((row) =>
      make(
        "tr",
        {},
        make("td", {}, make("strong", {}, row.right)),
        make("td", {}, row.model),
        make("td", {}, inHtml(row.asked)),
      ),
    );
    const names = ["This learner", "Model answer", "What was asked"];
    const head = make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name)));
    return make("table", { className: "table table-condensed" }, make("thead", {}, head), make("tbody", {}, ...body));
  }

  function alike(task) {
    const each = task.alike.map((one) => {
      const how = one.same ? "the same text" : one.share === 1 ? "the same words, other numbers" : `${percent(one.share)} alike`;
      const name = make("a", { href: one.page });
      name.append(make("span", { className: "name-hidden" }, `Submission #${one.index}`));
      name.append(make("span", { className: "name-shown" }, one.name));
      const text = make("div", { className: "marking-other" });
      one.pieces.forEach(([run, shared]) => text.append(shared ? run : make("mark", {}, run)));
      const state = one.waits ? "not marked yet" : "marked";
      return make("details", {}, make("summary", {}, "Also written by ", name, ` (${how}; ${state})`), text);
    });
    const says = "A sign and no proof. What only the other answer has is marked.";
    return make("div", { className: "marking-alike" }, ...each, make("p", { className: "text-muted" }, says));
  }

  // One task after the other

  function bar(task, queue) {
    task.count = make("span", { className: "marking-count" });
    const next = make("a", { className: "btn btn-primary btn-sm", href: nextOf(task) }, make("kbd", {}, "n"), " Next unmarked");
    next.addEventListener("click", (event) => {
      event.preventDefault();
      goOn(task);
    });
    const all = make("a", { className: "btn btn-default btn-sm", href: queue }, "All tasks");
    const head = make("div", { className: "marking-bar" }, make("strong", {}, task.title), task.count, next, all);
    if (task.cell === asked) head.append(wholeOrOne(task));
    return head;
  }

  const nextOf = (task) => `${task.next}?after=${encodeURIComponent(submission_id)}`;

  // Goes on when what was typed or chosen has arrived.
  function goOn(task) {
    document.activeElement?.blur();
    const go = () => window.location.assign(nextOf(task));
    if ($.active) $(document).one("ajaxStop", go);
    else go();
  }

  function wholeOrOne(task) {
    const button = make("button", { type: "button", className: "btn btn-default btn-sm" });
    const draw = (alone) => {
      showAlone(task, alone);
      button.textContent = alone ? "Show the whole notebook" : "Show this task only";
      button.onclick = () => draw(!alone);
    };
    draw(true);
    return button;
  }

  function showAlone(task, alone) {
    const cells = [...document.querySelectorAll("#notebook-container > .cell")];
    const own = cells.findIndex((cell) => cell.contains(panelOf(task.cell)));
    const heads = cells.map((cell) => cell.querySelector("h2") !== null && !cell.querySelector(".nbgrader_cell"));
    const first = Math.max(heads.lastIndexOf(true, own), 0);
    const after = heads.indexOf(true, own + 1);
    cells.forEach((cell, place) => {
      const inside = place >= first && (after < 0 || place < after);
      cell.classList.toggle("marking-away", alone && !inside);
    });
  }

  function take(task) {
    current = task;
    tasks.forEach((one) => one.beside.classList.toggle("marking-current", one === task));
  }

  // Keys

  const HELP = {
    "a key of the rubric": "Give the points of that row (not while you type)",
    n: "Open the next answer to this task that nobody has marked",
    c: "Write a comment",
    escape: "Leave what you are typing in",
  };

  function onKey(event) {
    if (event.key === "Escape") document.activeElement?.blur();
    const typing = event.target.matches?.("input, textarea, select, [contenteditable]");
    if (!current || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (current.rubric || []).find((one) => one.key && one.key === event.key);
    if (row) give(current, row.points);
    else if (event.key === "n") goOn(current);
    else if (event.key === "c") document.getElementById(`${current.cell}-comment`)?.focus();
    else return;
    event.preventDefault();
  }

  // The page

  const told = async (what, of = submission_id) => {
    const answer = await fetch(`${base_url}/${what}/${encodeURIComponent(of)}`);
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${answer.statusText}`);
    return answer.json();
  };

  async function start() {
    const known = await told("beside");
    tasks = known.tasks.filter((task) => panelOf(task.cell));
    for (const task of tasks) {
      const head = bar(task, known.queue);
      task.beside = make("div", { className: "marking", onclick: () => take(task) }, head);
      panelOf(task.cell).after(task.beside);
      if (!task.rubric) continue;
      task.beside.append(rubric(task));
      if (task.alike.length) task.beside.append(alike(task));
      task.numbers = make("p", { className: "text-muted" }, "The right numbers for this learner are being worked out …");
      task.beside.append(make("div", { className: "marking-columns" }, model(task), task.numbers));
    }
    formgrader.grades.on("sync change", () => tasks.forEach(drawScore));
    tasks.forEach(drawScore);
    take(tasks.find((task) => task.cell === asked) || tasks.find((task) => task.rubric) || tasks[0]);
    document.addEventListener("keydown", onKey);
    if (formgrader.keyboard_manager) Object.assign(formgrader.keyboard_manager.help, HELP);
    if (asked) beginThere();
    await showNumbers();
  }

  // nbgrader puts the cursor into a field when its formulas are drawn, and keys would go there.
  function beginThere() {
    const leave = () => {
      document.activeElement?.blur();
      panelOf(asked)?.scrollIntoView({ block: "center" });
    };
    window.MathJax.Hub?.Startup.signal.Interest((message) => message === "End" && setTimeout(leave, 600));
    leave();
  }

  async function showNumbers() {
    const written = tasks.filter((task) => task.rubric);
    if (!written.length) return;
    try {
      const right = await told("right_numbers");
      written.forEach((task) => task.numbers.replaceWith(numbers(task, right)));
      if (asked && current?.following) await told("right_numbers", current.following); // so that they are there then
    } catch (error) {
      written.forEach((task) => (task.numbers.textContent = `There are no right numbers: ${error.message}`));
    }
  }

  // nbgrader's own keys wait for what draws formulas, which comes from the network: without it they are there too.
  window.MathJax ??= { Hub: { Startup: { signal: { Interest() {} } } } };
  window.addEventListener("load", start); // after nbgrader's own
})();
