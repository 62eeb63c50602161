package handover

import "erba/kernel"

// Pack is what there is to know of an account when it changes hands. A part that the
// reader may not see is not in it.
type Pack struct {
	On       kernel.Date `json:"on" doc:"The day of which it speaks"`
	Stage    int         `json:"stage" doc:"Of the relationship, 1 to 5; 0: not told"`
	Risk     string      `json:"risk" enum:",green,yellow,red" doc:"Empty: nobody has judged any"`
	Cadence  int         `json:"cadence" doc:"Days between visits; 0: none"`
	Due      kernel.Date `json:"due" doc:"Of the next visit"`
	Sections []Section   `json:"sections"`
}

// Section is one part of it.
type Section struct {
	Kind  string `json:"kind" enum:"people,promises,actions,visits,contacts,risks"`
	Lines []Line `json:"lines"`
	Late  int    `json:"late" doc:"Lines whose day has passed"`
}

// Line is one thing to know.
type Line struct {
	Title     string      `json:"title"`
	Note      string      `json:"note"`
	Mark      string      `json:"mark"      doc:"Text key of what it is; empty: nothing"`
	Who       string      `json:"who"       doc:"Who of us"`
	On        kernel.Date `json:"on"`
	Late      bool        `json:"late"`
	Power     int         `json:"power"     doc:"Of a person, 1–5; 0: not known"`
	Closeness int         `json:"closeness" doc:"Of a person, 1–5; 0: not known"`
	Score     int         `json:"score"     doc:"Of a risk, 1–25"`
	Contact   kernel.ID   `json:"contact,omitzero" doc:"Of a person: who he is"`
}

// section is a part with its lines counted; nothing of a part that is not told.
func section(kind string, lines []Line) Section {
	s := Section{Kind: kind, Lines: append([]Line{}, lines...)}
	for _, l := range lines {
		if l.Late {
			s.Late++
		}
	}
	return s
}

// Sheet is a hand-over with what goes along.
type Sheet struct {
	Listed
	Pack  Pack `json:"pack"`
	Notes bool `json:"may_note"   doc:"The viewer may say something to the successor"`
	Takes bool `json:"may_accept" doc:"The viewer is the successor and has not accepted yet"`
	Leads bool `json:"may_end"    doc:"The viewer may change how long who led it stays"`
}
