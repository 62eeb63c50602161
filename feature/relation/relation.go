// Package relation decides how the people of an account stand to each other and to
// us, who says so, and what that advises. A judgement has an author, a day, what it
// rests on, and an end: what has expired is shown as such and still counts, so that
// a map that nobody looks after does not turn into a good one.
package relation

import (
	"erba/analysis/layer"
	rel "erba/analysis/relation"
	"erba/kernel"
)

// Map is who there is at an account and how they stand.
type Map struct {
	Account kernel.ID     `json:"account" row:"account"`
	Version int64         `json:"version" doc:"What a save has to name"`
	Subject kernel.ID     `json:"subject,omitzero" doc:"The deal for which people are judged; absent: the account as a whole"`
	AsOf    kernel.Date   `json:"as_of"`
	Write   bool          `json:"write"   doc:"The viewer may change it"`
	Export  bool          `json:"export"  doc:"The viewer may take it along"`
	People  []Person      `json:"people"  doc:"Who is there, by name"`
	Former  []Former      `json:"former"  doc:"Who has left, the last first"`
	Lines   []Line        `json:"lines"`
	Metrics rel.Metrics   `json:"metrics"`
	Past    *Past         `json:"past"    doc:"At the end of the last quarter; null: nobody had judged anything then"`
	Advice  []Advice      `json:"advice"`
	Roles   []RoleState   `json:"roles"   doc:"The buying roles that are asked for"`
	Layers  []layer.State `json:"layers"  doc:"From the top"`
	Rules   int64         `json:"rules"   doc:"Version of the method's configuration that it was computed with"`
	Near    int           `json:"near"    doc:"Closeness from which somebody is close to us"`
	Strong  int           `json:"strong"  doc:"Influence from which it is much"`
}

// Revision is the version that a save names.
func (m Map) Revision() int64 { return m.Version }

// Person is somebody on the map.
type Person struct {
	ID           kernel.ID            `json:"id"`
	Name         string               `json:"name"`
	Title        string               `json:"title"`
	Department   string               `json:"department"`
	Reports      kernel.ID            `json:"reports,omitzero" doc:"The contact whom he reports to"`
	Rank         int                  `json:"rank"       doc:"1 staff … 6 top; 0: nobody has said"`
	Scope        []string             `json:"scope"      doc:"technical, business, financial"`
	Etag         string               `json:"etag"       doc:"Of the contact, for changing it by itself"`
	Layer        string               `json:"layer"      enum:",image,decision,implementation,usage"`
	Roles        []string             `json:"roles"      doc:"In buying; those of the method's configuration"`
	Power        int                  `json:"power"      doc:"Influence, 1–5; 0: nobody has said"`
	PowerFrom    string               `json:"power_from" enum:",outside,structure,inner"`
	Orientation  string               `json:"orientation"  enum:",financial,technical,relationship,business"`
	Adaptability string               `json:"adaptability" enum:",innovator,early,pragmatist,conservative,late"`
	Attitude     *int                 `json:"attitude"   doc:"−2 hostile … 2 inside; null: nobody has said"`
	Level        string               `json:"level"      enum:",none,brief,several,deep" doc:"Of contact; empty: unknown"`
	Closeness    int                  `json:"closeness"  doc:"1–5; 0: nobody has said"`
	Style        string               `json:"style"      enum:",analytical,driving,expressive,amiable"`
	Counterpart  Counterpart          `json:"counterpart"`
	X            *int                 `json:"x" doc:"Where he was dragged to; null: nobody has dragged him"`
	Y            *int                 `json:"y"`
	Touched      kernel.Date          `json:"touched,omitzero" doc:"When we were last in touch"`
	Twins        bool                 `json:"twins"      doc:"He is on another map in sight, too"`
	Judged       map[string]Judgement `json:"judged"    doc:"By field: who says so"`
	Stale        bool                 `json:"stale"      doc:"A judgement about him has expired"`
}

// Counterpart is who of us looks after somebody, what we are to him now, and what
// we want to be.
type Counterpart struct {
	User   kernel.ID `json:"user,omitzero"`
	Name   string    `json:"name"`
	Now    string    `json:"now"    enum:",vendor,credible,solver,advisor"`
	Wanted string    `json:"wanted" enum:",vendor,credible,solver,advisor"`
}

// Judgement is who says something about somebody, since when, and why.
type Judgement struct {
	By       kernel.ID   `json:"by,omitzero"`
	Name     string      `json:"name"`
	On       kernel.Date `json:"on"`
	Until    kernel.Date `json:"until"`
	Evidence string      `json:"evidence"`
	Source   string      `json:"source" enum:"judged,guided,taken,imported"`
	Stale    bool        `json:"stale"`
	Answers  Answers     `json:"answers,omitempty" doc:"To the questions that led there, by question: yes, no, unknown"`
}

// Answers are those to the questions of a guide.
type Answers map[string]string

// Former is somebody who has left the account.
type Former struct {
	ID    kernel.ID   `json:"id"`
	Name  string      `json:"name"`
	Title string      `json:"title"`
	On    kernel.Date `json:"on"`
	Etag  string      `json:"etag"`
}

// Line is how two people stand to each other.
type Line struct {
	ID   kernel.ID `json:"id"   db:"id"`
	Kind string    `json:"kind" db:"kind" enum:"influence,conflict,informal,former"`
	From kernel.ID `json:"from" db:"from_id"`
	To   kernel.ID `json:"to"   db:"to_id"`
	Says string    `json:"says" db:"says"`
}

// Past is how it was.
type Past struct {
	On      kernel.Date `json:"on"`
	Metrics rel.Metrics `json:"metrics"`
}

// Advice is a rule of coaching that applies.
type Advice struct {
	Rule      string      `json:"rule"`
	Condition string      `json:"condition"`
	Severity  string      `json:"severity" enum:"alert,warn,age,good"`
	Key       string      `json:"key"  doc:"Text key of what it says; with _do behind it: what it advises"`
	Args      Args        `json:"args" doc:"What the texts want"`
	Zh        string      `json:"zh"   doc:"What the company's own rule says instead; empty: the text of the key"`
	En        string      `json:"en"`
	People    []kernel.ID `json:"people"`
	Layers    []string    `json:"layers"`
	Roles     []string    `json:"roles"`
}

// Args are what texts of advice want.
type Args struct {
	Count int    `json:"count"`
	Days  int    `json:"days"`
	Names string `json:"names" doc:"Of the people, the first three"`
}

// RoleState is how we stand with those who have a role in buying.
type RoleState struct {
	rel.RoleState
	Zh  string      `json:"zh" doc:"Of a role that the company added; empty: text key relation.role_<role>"`
	En  string      `json:"en"`
	Who []kernel.ID `json:"who"`
}
