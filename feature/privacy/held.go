package privacy

import (
	"strings"

	"erba/kernel"
)

// Field is something that a feature keeps of people; its texts say what it is
// called, what it serves, on which legal basis it stands, and when it goes.
type Field struct {
	Key     string `json:"key"`
	Class   string `json:"class" enum:"C1,C2,C3,C4p"`
	Purpose string `json:"purpose"`
	Basis   string `json:"basis"`
	Keep    string `json:"keep"`
}

// Section is what is kept of somebody in one place.
type Section struct {
	Key   string      `json:"key" doc:"Text key"`
	Table string      `json:"table"`
	Rows  []Row       `json:"rows"`
	Told  []kernel.ID `json:"-"` // the rows of the table that this is everything of
}

// Row is one thing that is kept.
type Row []Entry

// Entry is a value with what it is called.
type Entry struct {
	Key   string `json:"key"` // text key; of a mention, the column
	Value string `json:"value"`
	Said  string `json:"said,omitempty"` // text key of the value, where it is a word of ours
}

// Add adds what has a value.
func (r *Row) Add(key, value string) {
	if value != "" {
		*r = append(*r, Entry{Key: key, Value: value})
	}
}

// Say adds a word of ours.
func (r *Row) Say(key, value, said string) {
	if value != "" {
		*r = append(*r, Entry{key, value, said})
	}
}

// Weight is how much is kept in one place.
type Weight struct {
	Key   string `json:"key" doc:"Text key"`
	Table string `json:"table"`
	Rows  int    `json:"rows"`
}

// Paper is a document to be printed.
type Paper struct {
	Title string `json:"title"`
	Lead  string `json:"lead"`
	Parts []Part `json:"parts"`
}

// Part is a chapter of a paper: sentences, or a table, or both.
type Part struct {
	Title string     `json:"title"`
	Text  []string   `json:"text,omitempty"`
	Head  []string   `json:"head,omitempty"`
	Rows  [][]string `json:"rows,omitempty"`
}

// around is how many characters of a text are told on each side of a name.
const around = 60

// excerpt is as much of a text as tells why it is there.
func excerpt(text string, terms []string) string {
	r, low := []rune(text), strings.ToLower(text)
	if len(r) <= 3*around {
		return text
	}
	for _, term := range terms {
		if at := strings.Index(low, strings.ToLower(term)); at >= 0 {
			from := len([]rune(low[:at]))
			return "…" + string(r[max(0, min(from, len(r))-around):min(len(r), from+len([]rune(term))+around)]) + "…"
		}
	}
	return string(r[:3*around]) + "…"
}
