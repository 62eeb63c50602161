package opportunity

import (
	"erba/analysis/sale"
	"erba/kernel"
)

// Step is a step of the process of a deal, as its bar shows it.
type Step struct {
	Key        string      `json:"key"`
	Zh         string      `json:"zh"`
	En         string      `json:"en"`
	Buying     sale.Words  `json:"buying"         doc:"What the customer does meanwhile"`
	Percent    int         `json:"percent"`
	Dwell      int         `json:"dwell"          doc:"Days it may stay; 0: as long as it likes"`
	Came       kernel.Date `json:"came,omitzero"  doc:"When the deal came to it last"`
	Place      string      `json:"place"          enum:"done,here,ahead"`
	Milestones []Mark      `json:"milestones"`
}

// Mark is a milestone of a step, and whether the deal has reached it.
type Mark struct {
	sale.Milestone
	Reached *Reached `json:"reached" doc:"null: not yet"`
}

// steps are those of a process beside what a deal has done.
func steps(p sale.Process, d Deal, went []Move, reached []Reached) []Step {
	here, came := p.Index(d.Stage), map[string]kernel.Date{}
	for _, m := range went {
		if m.From != m.To {
			came[m.To] = m.On
		}
	}
	all := make([]Step, len(p.Stages))
	for i, s := range p.Stages {
		place := "ahead"
		switch {
		case i < here || d.State == Won:
			place = "done"
		case i == here:
			place = "here"
		}
		all[i] = Step{Key: s.Key, Zh: s.Zh, En: s.En, Buying: s.Buying, Percent: s.Percent, Dwell: s.Dwell, Place: place, Milestones: marks(s, reached)}
		if place != "ahead" {
			all[i].Came = came[s.Key]
		}
	}
	return all
}

func marks(s sale.Stage, reached []Reached) []Mark {
	all := make([]Mark, len(s.Milestones))
	for i, m := range s.Milestones {
		all[i].Milestone = m
		for _, r := range reached {
			if r.Milestone == m.Key {
				all[i].Reached = &r
			}
		}
	}
	return all
}

// Part is who shares a deal, by name, and what he has of its amount.
type Part struct {
	Split
	Name   string `json:"name"`
	Amount *int64 `json:"amount_minor" doc:"null: nobody knows the amount"`
}

// Sheet is all that the page of a deal shows.
type Sheet struct {
	Deal     Row         `json:"deal"`
	Today    kernel.Date `json:"today"`
	Zh       string      `json:"zh"       doc:"Name of its process"`
	En       string      `json:"en"`
	Timed    bool        `json:"timed"    doc:"Its steps follow from the expected day"`
	Contact  string      `json:"contact"  doc:"Whom we mainly speak to"`
	Winner   string      `json:"winner"   doc:"The competitor who got it"`
	Steps    []Step      `json:"steps"`
	Moves    []Move      `json:"moves"    doc:"The latest first"`
	Slips    []Slip      `json:"slips"    doc:"How the expected day was moved, the first first"`
	Splits   []Part      `json:"splits"`
	Lines    []Line      `json:"lines"`
	Papers   []Paper     `json:"papers"`
	Currency string      `json:"currency" doc:"The base currency"`
	Unrated  bool        `json:"unrated"  doc:"Its currency has no rate on the day on which it began or ended: it counts nowhere"`
	May      bool        `json:"may"      doc:"The viewer may change it"`
}

// Revision is the version of the deal.
func (s Sheet) Revision() int64 { return s.Deal.Version }

// Way is a process as forms offer it.
type Way struct {
	Key    string `json:"key"`
	Zh     string `json:"zh"`
	En     string `json:"en"`
	Timed  bool   `json:"timed"`
	Stages []Name `json:"stages"`
}

// Name is what a step is called.
type Name struct {
	Key     string `json:"key"`
	Zh      string `json:"zh"`
	En      string `json:"en"`
	Percent int    `json:"percent"`
}

// ways are the processes of a configuration.
func ways(cfg sale.Config) []Way {
	all := make([]Way, len(cfg.Processes))
	for i, p := range cfg.Processes {
		all[i] = Way{Key: p.Key, Zh: p.Zh, En: p.En, Timed: p.Timed}
		for _, s := range p.Stages {
			all[i].Stages = append(all[i].Stages, Name{s.Key, s.Zh, s.En, s.Percent})
		}
	}
	return all
}
