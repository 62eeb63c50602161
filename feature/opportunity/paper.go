package opportunity

import (
	"path"
	"strings"
	"unicode"

	"erba/kernel"
)

// Paper is a file that belongs to a deal.
type Paper struct {
	ID   kernel.ID   `json:"id"          db:"id"`
	Name string      `json:"name"        db:"name"`
	Kind string      `json:"kind"        db:"kind" doc:"Media type, by its content"`
	Size int64       `json:"size"        db:"size" doc:"Bytes"`
	By   kernel.ID   `json:"by,omitzero" db:"by_id"`
	Made kernel.Date `json:"made"        db:"made_on"`
}

// LargestPaper is how many bytes a paper has at most.
const LargestPaper = 10 << 20

const (
	mostPapers  = 50
	longestFile = 120
)

// cleaned is the name of a file without a way to it, and without what no name holds.
func cleaned(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`<>:"/|?*`, r) {
			return -1
		}
		return r
	}, name)
	name = strings.TrimLeft(strings.TrimSpace(name), ".")
	if end := path.Ext(name); len([]rune(name)) > longestFile && len(end) < longestFile {
		name = string([]rune(strings.TrimSuffix(name, end))[:longestFile-len([]rune(end))]) + end
	}
	return name
}
