package segment

import (
	"encoding/json"

	rule "erba/analysis/segment"
	"erba/kernel"
)

// Field is what a rule may speak of.
type Field struct {
	rule.Field
	Operators []rule.Op `json:"operators" doc:"In the order of a menu"`
	Values    []string  `json:"values,omitempty" doc:"Of a text: to choose from; absent: any"`
}

// Trial is a definition that nobody has kept yet, and which of those whom it finds to list.
type Trial struct {
	Definition json.RawMessage
	AsOf       kernel.Date
	Band       int
	After      kernel.ID
	Limit      int
}

// Found is whom a definition finds: how many, and the first of them by sales.
type Found struct {
	AsOf     kernel.Date `json:"as_of"`
	Currency string      `json:"currency" doc:"Of all amounts, which are in minor units"`
	Scope    string      `json:"scope" enum:"all,own" doc:"own: among the accounts that the viewer sees"`
	Count    int         `json:"count"  doc:"Who belong; with a band, who are in it"`
	Of       int         `json:"of"     doc:"All accounts in sight"`
	Open     int         `json:"open"   doc:"Too little is known of them to say"`
	Bands    []Band      `json:"bands"  doc:"Of a set of bands"`
	Rows     []Member    `json:"rows"`
	Next     kernel.ID   `json:"next,omitzero"`
}

// Band is how many are in one.
type Band struct {
	Band  int    `json:"band" doc:"From 1"`
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Member is an account of a segment.
type Member struct {
	ID        kernel.ID   `json:"id" row:"account"`
	Code      string      `json:"code"`
	Name      string      `json:"name"`
	Region    string      `json:"region"`
	Industry  string      `json:"industry"`
	Owner     kernel.ID   `json:"owner,omitzero"`
	Sales     *int64      `json:"sales,omitempty"     may:"revenue:read" doc:"Of 12 months, minor units"`
	Growth    *float64    `json:"growth,omitempty"    may:"revenue:read" doc:"Against the 12 months before; absent: nothing was sold"`
	LastOrder kernel.Date `json:"last_order,omitzero" may:"revenue:read"`
	ABC       string      `json:"abc,omitempty"       may:"revenue:read"`
	Tier      string      `json:"tier,omitempty"      may:"portfolio:read"`
}

// Listed is a segment in the list, and how many belong now.
type Listed struct {
	Segment
	Mine  bool     `json:"mine"`
	Count int      `json:"count" doc:"Who belong, or are in one of its bands"`
	Bands []string `json:"bands" doc:"Their names"`
}

// Chosen is a segment, or one of its bands, to be compared.
type Chosen struct {
	ID   kernel.ID
	Band int
}

// Snapshot is who belonged to a segment on a day.
type Snapshot struct {
	ID      kernel.ID   `json:"id"       db:"id"`
	Segment kernel.ID   `json:"segment"  db:"segment_id"`
	AsOf    kernel.Date `json:"as_of"    db:"as_of"`
	Author  kernel.ID   `json:"author"   db:"author_id"`
	By      string      `json:"by"       db:"author" doc:"Who has taken it, of the accounts that he sees"`
	Saved   string      `json:"-"        db:"definition"`
	Count   int         `json:"count"    db:"-" doc:"Of those in the viewer's sight"`
}

// Kept is one member of a snapshot.
type Kept struct {
	Snapshot kernel.ID `db:"snapshot_id"`
	Account  kernel.ID `db:"account_id"`
	Band     int       `db:"band"`
}

// Movement is who came and who went between a snapshot and another one, or now.
type Movement struct {
	From   kernel.Date `json:"from"`
	To     kernel.Date `json:"to"`
	Stayed int         `json:"stayed"`
	Joined []Member    `json:"joined"`
	Left   []Member    `json:"left"`
	Moved  int         `json:"moved" doc:"From one band into another"`
}

// between sorts members of two moments into who came, went, stayed, and changed the band.
func between(before, after map[kernel.ID]int) (joined, left []kernel.ID, stayed, moved int) {
	for id, band := range after {
		switch was, there := before[id]; {
		case !there:
			joined = append(joined, id)
		case was != band:
			moved++
		default:
			stayed++
		}
	}
	for id := range before {
		if _, there := after[id]; !there {
			left = append(left, id)
		}
	}
	return joined, left, stayed, moved
}
