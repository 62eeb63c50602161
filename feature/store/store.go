// Package store decides how well the shops of an account show what we sell there
// (method M50): what was found at a visit, tool by tool, with photos.
package store

import (
	"slices"
	"strings"

	"erba/analysis/display"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Check is one look at a shop.
type Check struct {
	ID         kernel.ID   `json:"id"         db:"id"`
	Account    kernel.ID   `json:"account"    db:"account_id" row:"account"`
	Shop       string      `json:"shop"       db:"shop" doc:"Which of the account's shops"`
	Day        kernel.Date `json:"day"        db:"day_on"`
	Note       string      `json:"note"       db:"note"`
	ByID       kernel.ID   `json:"-"          db:"by_id"`
	By         string      `json:"by"         db:"by_name"`
	Config     int64       `json:"config"     db:"config" doc:"The version of the method by which it was counted"`
	Total      *int64      `json:"total"      db:"total" doc:"Millionths; null: nothing was asked for"`
	Bottleneck string      `json:"bottleneck" db:"bottleneck" doc:"The first weak stage; empty: none"`
	Version    int64       `json:"version"    db:"version"`
}

// Revision is the version that a change must name to replace it.
func (c Check) Revision() int64 { return c.Version }

// Answer says whether a tool was found. Tools are kept as they were asked for then.
type Answer struct {
	Check   kernel.ID `json:"-"       db:"check_id"`
	Stage   string    `json:"stage"   db:"stage" enum:"attention,interest,desire,action,satisfaction"`
	Tool    string    `json:"tool"    db:"tool"`
	Present bool      `json:"present" db:"present"`
}

// Photo is one of a check, small.
type Photo struct {
	ID     kernel.ID `json:"id"     db:"id"`
	Check  kernel.ID `json:"-"      db:"check_id"`
	Tool   string    `json:"tool"   db:"tool" doc:"What it shows; empty: the shop"`
	Width  int64     `json:"width"  db:"width"`
	Height int64     `json:"height" db:"height"`
	Small  []byte    `json:"small"  db:"small" doc:"JPEG, at most 240 × 240"`
}

// kept is a photo with the whole picture, as it is stored.
type kept struct {
	ID     kernel.ID `db:"id"`
	Check  kernel.ID `db:"check_id"`
	Tool   string    `db:"tool"`
	Width  int64     `db:"width"`
	Height int64     `db:"height"`
	Small  []byte    `db:"small"`
	Body   []byte    `db:"body"`
}

func (k kept) photo() Photo { return Photo{k.ID, k.Check, k.Tool, k.Width, k.Height, k.Small} }

// Sheet is a check with everything that belongs to it.
type Sheet struct {
	Check
	Answers []Answer        `json:"answers"`
	Score   display.Score   `json:"score"`
	Photos  []Photo         `json:"photos"`
	Why     why.Explanation `json:"why"`
}

// Ranked is the last check of a shop.
type Ranked struct {
	Check
	Code string `json:"code" db:"code"`
	Name string `json:"name" db:"name"`
}

// Tools are what a check asks for.
type Tools struct {
	Stages  []StageTools `json:"stages"`
	Least   null.Number  `json:"least" doc:"A stage below it loses shoppers"`
	Version int64        `json:"version" doc:"Of the method's settings"`
}

// StageTools are those of a stage.
type StageTools struct {
	Stage string   `json:"stage" enum:"attention,interest,desire,action,satisfaction"`
	Tools []string `json:"tools"`
}

const (
	longestShop = 60
	longestNote = 500
	mostPhotos  = 12 // of a check
)

func (c *Check) tidy() {
	c.Shop, c.Note = strings.TrimSpace(c.Shop), strings.TrimSpace(c.Note)
}

// Check reports the first rule that a check breaks.
func (c Check) Check(today kernel.Date) error {
	switch n := len([]rune(c.Shop)); {
	case n < 2 || n > longestShop:
		return kernel.Invalid("store.no_shop", "max", longestShop).In("shop")
	case c.Day.IsZero() || c.Day.Compare(today) > 0:
		return kernel.Invalid("store.bad_day").In("day")
	case len([]rune(c.Note)) > longestNote:
		return kernel.Invalid("store.long_note", "max", longestNote).In("note")
	}
	return nil
}

// asked are the answers as the method asks for them: what was not answered is not
// there, and what is not asked for is nothing.
func asked(c *display.Config, check kernel.ID, given []Answer) (all []Answer, seen display.Seen) {
	for i, stage := range display.Stages {
		for _, tool := range c.Tools(i) {
			there := slices.ContainsFunc(given, func(a Answer) bool { return a.Stage == stage && a.Tool == tool && a.Present })
			all = append(all, Answer{check, stage, tool, there})
			if there {
				seen[i] = append(seen[i], tool)
			}
		}
	}
	return all, seen
}

// recalled is the method as it asked then, and what was found.
func recalled(least null.Number, all []Answer) (c display.Config, seen display.Seen) {
	c.Least = least
	tools := [5]*[]string{&c.Attention, &c.Interest, &c.Desire, &c.Action, &c.Satisfaction}
	for _, a := range all {
		if i := slices.Index(display.Stages[:], a.Stage); i >= 0 {
			*tools[i] = append(*tools[i], a.Tool)
			if a.Present {
				seen[i] = append(seen[i], a.Tool)
			}
		}
	}
	return c, seen
}

// scored is a check with what it comes to.
func (c Check) scored(s display.Score) Check {
	c.Bottleneck, c.Total = s.Bottleneck, nil
	if s.Total.Known() {
		c.Total = new(int64(s.Total*1e6 + 0.5))
	}
	return c
}
