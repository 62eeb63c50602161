package relation

import (
	rel "erba/analysis/relation"
	"erba/kernel"
)

// Event is something that was changed on a map.
type Event struct {
	Contact  kernel.ID   `json:"contact" db:"contact_id"`
	Person   string      `json:"person"  db:"person"`
	What     string      `json:"what"    db:"what" doc:"A field that is judged, or reports, line, line_ended"`
	Was      string      `json:"was"     db:"was"  doc:"Before it; of reports and lines the name of the other"`
	Now      string      `json:"now"     db:"is_now"`
	Evidence string      `json:"evidence" db:"evidence"`
	Source   string      `json:"source"  db:"source" doc:"Of a judgement; of a line its kind"`
	By       kernel.ID   `json:"by,omitzero" db:"by_id"`
	Name     string      `json:"name"    db:"name"`
	On       kernel.Date `json:"on"      db:"at_on"`
	Until    kernel.Date `json:"until,omitzero" db:"until_on"`
	Version  int64       `json:"version" db:"version" doc:"Of the map that it came with"`
	ID       kernel.ID   `json:"id"      db:"id"`
}

// Point is what the figures of a map were on a day.
type Point struct {
	On      kernel.Date `json:"on"`
	Metrics rel.Metrics `json:"metrics"`
}

// Offer is a judgement about the same person on another map, newer than what this one says.
type Offer struct {
	Contact  kernel.ID   `json:"contact"`
	Field    string      `json:"field"`
	Value    string      `json:"value"`
	Now      string      `json:"now"     doc:"What this map says; empty: nothing"`
	Company  string      `json:"company" doc:"Of the other map"`
	By       kernel.ID   `json:"by,omitzero"`
	Name     string      `json:"name"`
	On       kernel.Date `json:"on"`
	Until    kernel.Date `json:"until"`
	evidence string
}

// personal are the fields that go with a person from job to job; the others belong
// to the job.
var personal = map[string]bool{Orientation: true, Adaptability: true, Attitude: true, Level: true, Closeness: true, Style: true,
	Partner: true, Now: true, Wanted: true}
