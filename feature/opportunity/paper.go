package opportunity

import (
	"bytes"
	"net/http"
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

const (
	largestPaper = 10 << 20
	mostPapers   = 50
	longestFile  = 120
)

// office are documents that are packed, by what their names end with.
var office = map[string]string{
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".zip":  "application/zip",
}

// kindOf is what a file is by its content; what is none of those that belong to a
// deal is refused, whatever it calls itself.
func kindOf(name string, body []byte) (string, error) {
	found, _, _ := strings.Cut(http.DetectContentType(body), ";")
	switch found {
	case "application/pdf", "image/png", "image/jpeg":
		return found, nil
	case "application/zip":
		if kind := office[strings.ToLower(path.Ext(name))]; kind != "" {
			return kind, nil
		}
	case "text/plain":
		if !bytes.ContainsRune(body, 0) && among(strings.ToLower(path.Ext(name)), ".txt", ".csv") {
			return "text/plain; charset=utf-8", nil
		}
	}
	return "", kernel.Invalid("opportunity.bad_file").In("file")
}

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
