package loyalty

import (
	"slices"

	"erba/analysis/loyalty"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Line is an account and a line on its sheet.
type Line struct {
	Position
	Sales     *int64          `json:"sales,omitempty" may:"revenue:read" doc:"Of the last twelve whole months, minor units"`
	Share     *float64        `json:"share,omitempty" may:"revenue:read" doc:"Ours of what it buys, 0–1; absent: not known"`
	Attitude  *float64        `json:"attitude,omitempty" may:"relation:read" doc:"−2 to 2, by influence; absent: nobody was judged"`
	Rung      int             `json:"rung"      doc:"1–9; 0: not known"`
	Objective string          `json:"objective" enum:",keep,expand,turn"`
	Since     kernel.Date     `json:"since,omitzero"`
	Was       int             `json:"was"       doc:"Rung before the time that movements are counted over; 0: not known"`
	Stale     bool            `json:"stale"     doc:"What was said has expired"`
	Why       why.Explanation `json:"why,omitzero" may:"relation:read"`
}

// Person is somebody who may have to do with a line.
type Person struct {
	ID    kernel.ID `json:"id"`
	Name  string    `json:"name"`
	Title string    `json:"title"`
}

// Sheet is the ladder of one account.
type Sheet struct {
	Account  kernel.ID   `json:"account" row:"account"`
	Currency string      `json:"currency"`
	AsOf     kernel.Date `json:"as_of"   doc:"Purchases up to here count; empty: there is no purchase"`
	Config   int64       `json:"config"  doc:"Version of the settings"`
	Months   int         `json:"months"  doc:"Movements are counted over so many"`
	Lines    []Line      `json:"lines"`
	Others   []string    `json:"others"  doc:"Lines of which nobody has said anything and nothing was bought"`
	People   []Person    `json:"people"`
	Past     []Standing  `json:"past"    doc:"The latest first"`
	May      bool        `json:"may"     doc:"The viewer may say"`
}

// Cell is an account and a line on the board.
type Cell struct {
	Line      string      `json:"line"`
	Rung      int         `json:"rung"`
	Objective string      `json:"objective" enum:",keep,expand,turn"`
	Share     *float64    `json:"share,omitempty" may:"revenue:read"`
	Sales     *int64      `json:"sales,omitempty" may:"revenue:read"`
	Since     kernel.Date `json:"since"`
	Was       int         `json:"was"`
}

// Row is an account with all its lines.
type Row struct {
	ID    kernel.ID `json:"id" row:"account"`
	Code  string    `json:"code"`
	Name  string    `json:"name"`
	Owner kernel.ID `json:"owner,omitzero"`
	Tier  string    `json:"tier" enum:",MAJOR,NAMED,NONNAMED,MASS"`
	Cells []Cell    `json:"cells"`
}

// Step is a rung, and how many stand on it.
type Step struct {
	Rung      int    `json:"rung"`
	Objective string `json:"objective" enum:",keep,expand,turn"`
	Count     int    `json:"count"     doc:"Accounts and lines, each counted once"`
}

// Movement is how accounts have moved.
type Movement struct {
	From      kernel.Date `json:"from"`
	To        kernel.Date `json:"to"`
	Customers int         `json:"customers" doc:"Of which a rung is known on both days"`
	Up        int         `json:"up"        doc:"Moved up with a line and down with none"`
	Down      int         `json:"down"`
	Rate      *float64    `json:"rate"      doc:"Moved up, of all; null: none is known on both days"`
}

// Board is the ladder of the accounts in sight.
type Board struct {
	Scope    string   `json:"scope" enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Currency string   `json:"currency"`
	Config   int64    `json:"config"`
	Movement Movement `json:"movement"`
	Steps    []Step   `json:"steps" doc:"From the top"`
	Lines    []string `json:"lines"`
	Rows     []Row    `json:"rows"`
	Next     int      `json:"next,omitempty" doc:"Where the next page starts"`
}

// Which narrows a board.
type Which struct {
	Line      string
	Objective string
	Rung      int // 0: all
	Moved     string
	Owner     kernel.ID
	From      int
	Limit     int
}

// takes reports whether a cell is asked for.
func (w Which) takes(c Cell) bool {
	moved := ""
	switch {
	case c.Was == 0 || c.Rung == 0 || c.Was == c.Rung:
	case c.Rung > c.Was:
		moved = "up"
	default:
		moved = "down"
	}
	return (w.Line == "" || c.Line == w.Line) && (w.Objective == "" || c.Objective == w.Objective) && (w.Rung == 0 || c.Rung == w.Rung) &&
		(w.Moved == "" || moved == w.Moved)
}

// matches reports whether a row is asked for.
func (w Which) matches(r *Row) bool {
	return (w.Owner.IsZero() || r.Owner == w.Owner) && slices.ContainsFunc(r.Cells, w.takes)
}

// count fills in how many stand on each rung, and which lines there are.
func (b *Board) count(rows []Row) {
	var counts [loyalty.Advocate + 1]int
	lines := map[string]bool{}
	for i := range rows {
		for _, c := range rows[i].Cells {
			counts[c.Rung]++
			lines[c.Line] = true
		}
	}
	for r := loyalty.Advocate; r >= loyalty.Unknown; r-- {
		b.Steps = append(b.Steps, Step{int(r), r.Objective(), counts[r]})
	}
	b.Lines = []string{}
	for line := range lines {
		b.Lines = append(b.Lines, line)
	}
	slices.Sort(b.Lines)
}

func told(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}
