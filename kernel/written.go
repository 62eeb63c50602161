package kernel

import "encoding/json"

// Written is a row that an import wrote: the version it has since, and what it
// held before as JSON, "" for a new one. That is what taking it back needs.
type Written struct {
	ID      ID
	Version int64
	Before  string
}

// WrittenOver is a row that replaced what it held before; nil for a new one.
func WrittenOver[T any](before *T, id ID, version int64) Written {
	w := Written{ID: id, Version: version}
	if before != nil {
		raw, _ := json.Marshal(before) // our own types always can be
		w.Before = string(raw)
	}
	return w
}

// New reports whether the import made the row.
func (w Written) New() bool { return w.Before == "" }

// Kept is a row that cannot be taken back, as people know it, and why.
type Kept struct {
	ID   ID     `json:"-"`
	Name string `json:"name"`
	Why  string `json:"why" doc:"Text key"`
}
