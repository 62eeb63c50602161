package opportunity

import (
	"time"

	"erba/analysis/sale"
	"erba/feature/account"
	"erba/kernel"
)

// tale is a move of a deal as the story of its account tells it.
type tale struct {
	ID      kernel.ID   `db:"id"`
	Name    string      `db:"name"`
	Process string      `db:"process"`
	From    string      `db:"from_stage"`
	To      string      `db:"to_stage"`
	State   string      `db:"state"`
	On      kernel.Date `db:"moved_on"`
	By      string      `db:"by_name"`
}

func microseconds(at int64) time.Time { return time.UnixMicro(at) }

// at is when it happened: to the second where it was noted on its day, else at noon.
func (t tale) at() int64 {
	if noted := t.ID.Time(); kernel.DayOf(noted) == t.On {
		return noted.UnixMicro()
	}
	y, m, d := t.On.Parts()
	return time.Date(y, time.Month(m), d, 12, 0, 0, 0, kernel.Zone()).UnixMicro()
}

// told begins the text keys of what deals tell.
const told = "opportunity.told_"

// told is the entry. The name of the step stands there in both languages, of which
// each sentence says its own.
func (t tale) told(p sale.Process) account.Entry {
	args := map[string]string{"name": t.Name, "zh": t.To, "en": t.To}
	if i := p.Index(t.To); i >= 0 {
		args["zh"], args["en"] = p.Stages[i].Zh, p.Stages[i].En
	}
	return account.Entry{At: t.at(), Key: told + t.what(), Args: args, Actor: t.By}
}

// what is what happened.
func (t tale) what() string {
	switch {
	case t.State != Going:
		return t.State
	case t.From == "":
		return "opened"
	case t.From == t.To:
		return "again"
	}
	return "moved"
}
