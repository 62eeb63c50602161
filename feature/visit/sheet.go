package visit

import (
	"slices"
	"strconv"
	"strings"

	"erba/analysis/clean"
	rules "erba/analysis/visit"
	"erba/kernel"
)

// Exported are the columns of an exported list, as text keys; the same file is read
// back. A visit with several objectives has a row for each, under one number. States,
// channels and topics are written as codes, which every language reads; our people
// by the names they sign in with, theirs by name.
var Exported = []string{"visit.sheet_number", "visit.sheet_code", "visit.sheet_account", "visit.sheet_state", "visit.sheet_channel", "visit.sheet_day",
	"visit.sheet_start", "visit.sheet_length", "visit.sheet_zone", "visit.sheet_purpose", "visit.sheet_place", "visit.sheet_owner", "visit.sheet_ours",
	"visit.sheet_theirs", "visit.sheet_ready", "visit.sheet_result", "visit.sheet_voice", "visit.sheet_voice_of", "visit.sheet_topics", "visit.sheet_next",
	"visit.sheet_next_on", "visit.sheet_executed", "visit.sheet_judge_by", "visit.sheet_promised", "visit.sheet_rating", "visit.sheet_verdict",
	"visit.sheet_replan", "visit.sheet_judged", "visit.sheet_reason", "visit.sheet_aim", "visit.sheet_metric", "visit.sheet_target", "visit.sheet_unit",
	"visit.sheet_confidence", "visit.sheet_link", "visit.sheet_deadline", "visit.sheet_confirmed", "visit.sheet_actual"}

// The places of the columns.
const (
	colNumber = iota
	colCode
	colAccount
	colState
	colChannel
	colDay
	colStart
	colLength
	colZone
	colPurpose
	colPlace
	colOwner
	colOurs
	colTheirs
	colReady
	colResult
	colVoice
	colVoiceOf
	colTopics
	colNext
	colNextOn
	colExecuted
	colJudgeBy
	colPromised
	colRating
	colVerdict
	colReplan
	colJudged
	colReason
	colAim
	colMetric
	colTarget
	colUnit
	colConfidence
	colLink
	colDeadline
	colConfirmed
	colActual
	sheetColumns
)

// yes and no are how a file answers.
const (
	yes = "yes"
	no  = "no"
)

// line is a visit of a file, before anybody knows whom it means.
type line struct {
	row          int
	number, code string
	owner        string
	ours, theirs []string
	voiceOf      string
	products     []string // of the objectives, in their order
	Visit
}

// reader reads the cells of a row; the first one that makes no sense is kept.
type reader struct {
	cells []string
	fault error
}

func (r *reader) text(at int) string {
	if at < len(r.cells) {
		return strings.TrimSpace(r.cells[at])
	}
	return ""
}

func (r *reader) bad(at int) {
	if r.fault == nil {
		r.fault = kernel.Invalid("visit.sheet_bad_cell", "column", at+1, "value", r.text(at))
	}
}

func (r *reader) day(at int) (d kernel.Date) {
	s := r.text(at)
	if s == "" {
		return d
	}
	d, err := clean.Date(s, clean.None)
	if err != nil {
		r.bad(at)
	}
	return d
}

func (r *reader) whole(at int) *int64 {
	s := r.text(at)
	if s == "" {
		return nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		r.bad(at)
		return nil
	}
	return &n
}

func (r *reader) number(at int) int64 {
	if n := r.whole(at); n != nil {
		return *n
	}
	return 0
}

func (r *reader) decimal(at int) *kernel.Decimal {
	s := r.text(at)
	if s == "" {
		return nil
	}
	d, err := kernel.ParseDecimal(s)
	if err != nil {
		r.bad(at)
		return nil
	}
	return &d
}

// minute reads 09:30, as it stands in a cell, with or without seconds.
func (r *reader) minute(at int) *int64 {
	s := r.text(at)
	if s == "" {
		return nil
	}
	parts := strings.Split(s, ":")
	if len(parts) < 2 {
		r.bad(at)
		return nil
	}
	h, err := strconv.ParseInt(parts[0], 10, 64)
	m, again := strconv.ParseInt(parts[1], 10, 64)
	if err != nil || again != nil || h < 0 || h > 23 || m < 0 || m > 59 {
		r.bad(at)
		return nil
	}
	return new(60*h + m)
}

func (r *reader) answer(at int) *bool {
	switch strings.ToLower(r.text(at)) {
	case "":
		return nil
	case yes:
		return new(true)
	case no:
		return new(false)
	}
	r.bad(at)
	return nil
}

func (r *reader) among(at int, of []string) string {
	s := strings.ToLower(r.text(at))
	if !slices.Contains(of, s) {
		r.bad(at)
	}
	return s
}

// everyState are all of them.
var everyState = []string{IsPlanned, IsBooked, IsExecuted, IsEvaluated, IsClosed, IsCancelled}

// lineOf reads the visit of a row.
func lineOf(row int, cells []string) (line, error) {
	r := &reader{cells: cells}
	l := line{row: row, number: r.text(colNumber), code: r.text(colCode), owner: r.text(colOwner), ours: split(r.text(colOurs)),
		theirs: split(r.text(colTheirs)), voiceOf: r.text(colVoiceOf)}
	l.Visit = Visit{State: r.among(colState, everyState), Channel: r.among(colChannel, Channels), Day: r.day(colDay), Start: r.minute(colStart),
		Length: r.number(colLength), Zone: r.text(colZone), Purpose: r.text(colPurpose), Place: r.text(colPlace), Ready: r.text(colReady),
		Result: r.text(colResult), Voice: r.text(colVoice), Topics: strings.Join(strings.Fields(r.text(colTopics)), " "), Next: r.text(colNext),
		NextOn: r.day(colNextOn), Executed: r.day(colExecuted), JudgeBy: r.day(colJudgeBy), Promised: r.number(colPromised), Rating: r.whole(colRating),
		Verdict: r.text(colVerdict), Replan: r.answer(colReplan), Judged: r.day(colJudged), Reason: r.text(colReason)}
	for _, item := range strings.Fields(l.Ready) {
		if !slices.Contains(rules.Items, rules.Item(item)) || rules.Item(item).Worked() {
			r.bad(colReady)
		}
	}
	err := l.aimed(r)
	return l, err
}

// aimed adds the objective of a row to its visit.
func (l *line) aimed(r *reader) error {
	if r.text(colAim) == "" {
		return r.fault
	}
	o := Objective{Text: r.text(colAim), Metric: r.text(colMetric), Target: r.decimal(colTarget), Unit: r.text(colUnit), Confidence: r.whole(colConfidence),
		Deadline: r.day(colDeadline), Actual: r.decimal(colActual)}
	if confirmed := r.answer(colConfirmed); confirmed != nil {
		o.Confirmed = *confirmed
	}
	code := ""
	if link := r.text(colLink); link != "" {
		kind, of, _ := strings.Cut(link, ":")
		switch o.Link = kind; kind {
		case ToGoal:
			year, err := strconv.ParseInt(of, 10, 64)
			if o.Year = year; err != nil {
				r.bad(colLink)
			}
		case ToProduct:
			code = of
		default:
			r.bad(colLink)
		}
	}
	l.Objectives, l.products = append(l.Objectives, o), append(l.products, code)
	return r.fault
}

// split are the names of a cell.
func split(text string) (all []string) {
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '；' }) {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// answered writes a yes or no that may be missing.
func answered(b *bool) string {
	switch {
	case b == nil:
		return ""
	case *b:
		return yes
	}
	return no
}
