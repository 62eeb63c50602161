package interaction

import (
	"slices"
	"strings"
	"time"

	"erba/kernel"
)

// Exported are the columns of an exported list, as text keys; filled in, it is
// read back. Channels and directions are written as codes, which every language
// reads, and our people by the names they sign in with.
var Exported = []string{"interaction.code", "interaction.name", "interaction.day", "interaction.clock", "interaction.channel", "interaction.direction",
	"interaction.subject", "interaction.theirs", "interaction.ours", "interaction.answered"}

const (
	codeColumn     = 0
	dayColumn      = 2
	clockColumn    = 3
	channelColumn  = 4
	directColumn   = 5
	subjectColumn  = 6
	theirsColumn   = 7
	oursColumn     = 8
	answeredColumn = 9
	sheetColumns   = 10
)

// waits stands in the column of answers for a question without one.
const waits = "?"

// line is a row of a file, before anybody knows whom it means.
type line struct {
	number       int
	code         string
	theirs, ours []string
	Interaction
}

// key tells one contact of an account from another.
func (i Interaction) key() [6]string {
	return [6]string{i.Account.String(), i.On.String(), time.UnixMicro(i.At).UTC().Format(time.DateTime), i.Channel, i.Direction, i.Subject}
}

// lineOf reads a row by the clock of the company.
func lineOf(number int, cells []string, place *time.Location) (l line, err error) {
	cell := func(at int) string {
		if at < len(cells) {
			return strings.TrimSpace(cells[at])
		}
		return ""
	}
	l = line{number: number, code: cell(codeColumn), theirs: split(cell(theirsColumn)), ours: split(cell(oursColumn))}
	l.Channel, l.Direction, l.Subject = strings.ToLower(cell(channelColumn)), strings.ToLower(cell(directColumn)), cell(subjectColumn)
	if err := l.On.UnmarshalText([]byte(cell(dayColumn))); err != nil {
		return l, kernel.Invalid("interaction.bad_day")
	}
	if clock := cell(clockColumn); clock != "" {
		at, err := time.ParseInLocation("2006-01-02 15:04:05", l.On.String()+" "+seconds(clock), place)
		if err != nil {
			return l, kernel.Invalid("interaction.bad_clock")
		}
		l.At = at.UnixMicro()
	}
	switch answered := cell(answeredColumn); answered {
	case "":
	case waits:
		l.Waits = true
	default:
		at, err := time.ParseInLocation("2006-01-02 15:04:05", seconds(answered), place)
		if err != nil {
			return l, kernel.Invalid("interaction.bad_clock")
		}
		l.Answered = at.UnixMicro()
	}
	return l, nil
}

// seconds is a time of day, or a day with one, with its seconds.
func seconds(text string) string {
	if strings.Count(text, ":") == 1 {
		return text + ":00"
	}
	return text
}

// split are the names of a cell.
func split(text string) (all []string) {
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '；' || r == '、' }) {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}
