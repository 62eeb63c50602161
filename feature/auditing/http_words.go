package auditing

import (
	"cmp"
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"erba/platform/export"
	"erba/platform/text"
)

// told says a page in the words of its reader.
func (s *Service) told(ctx context.Context, p Page, err error) (Page, error) {
	if err != nil {
		return p, err
	}
	names, err := s.Names(ctx, p.Lines)
	for i := range p.Lines {
		tell(ctx, &p.Lines[i], names)
	}
	return p, err
}

// tell says a line: verbs and objects by the texts of whoever writes them,
// account.did_opened for the verb account.opened.
func tell(ctx context.Context, l *Line, names map[string]string) {
	l.Done, l.Kind = text.Say(ctx, verbKey(l.Verb), nil), text.Say(ctx, l.Object+".thing", nil)
	l.Who, l.Name = actor(ctx, l.Actor, names), names[l.Of.String()]
	if l.Name == "" {
		l.Name = names[l.Account.String()]
	}
	l.Values = withoutUnseen(l.Values, names)
	for i := range l.Values {
		v := &l.Values[i]
		v.Title = l.title(ctx, v.Field)
		v.From, v.To = l.say(ctx, *v, v.from, names), l.say(ctx, *v, v.to, names)
	}
}

// withoutUnseen are the values of which the reader may know that there are any.
func withoutUnseen(all []Value, names map[string]string) []Value {
	left := []Value{}
	for _, v := range all {
		if !v.unseen(names) {
			left = append(left, v)
		}
	}
	return left
}

func verbKey(verb string) string { return strings.Replace(verb, ".", ".did_", 1) }

// actor is who did it: a name, the nightly work, the command line, or somebody unknown.
func actor(ctx context.Context, login string, names map[string]string) string {
	who, cli := strings.CutPrefix(login, "cli:")
	switch {
	case cli:
		return text.Say(ctx, "auditing.command_line", map[string]any{"name": who})
	case login == "job":
		return text.Say(ctx, "auditing.nightly_work", nil)
	case login == "":
		return text.Say(ctx, "auditing.nobody", nil)
	}
	return cmp.Or(names[byLogin+login], login)
}

// title is the name of a field: that of the audit, else that of the screens of
// the object, or of who wrote about it.
func (l Line) title(ctx context.Context, field string) string {
	flat := strings.ReplaceAll(field, ".", "_")
	writer, _, _ := strings.Cut(l.Verb, ".")
	for _, key := range []string{"auditing." + l.Object + "_" + flat, "auditing.field_" + flat, l.Object + "." + flat, writer + "." + flat} {
		if word := text.Say(ctx, key, nil); word != key && !strings.Contains(word, "{{") {
			return word
		}
	}
	return field
}

// say is a value in words.
func (l Line) say(ctx context.Context, v Value, raw json.RawMessage, names map[string]string) string {
	var value any
	if len(raw) == 0 || json.Unmarshal(raw, &value) != nil {
		return ""
	}
	return l.word(ctx, v.Field, value, names)
}

func (l Line) word(ctx context.Context, field string, value any, names map[string]string) string {
	switch v := value.(type) {
	case nil:
		return ""
	case bool:
		return text.Say(ctx, map[bool]string{true: "auditing.yes", false: "auditing.no"}[v], nil)
	case float64:
		if field == "at" || strings.HasSuffix(field, "_at") {
			return instant(int64(v))
		}
		if strings.HasSuffix(field, "_minor") {
			return grouped(export.Amount(int64(v)).String())
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		return l.code(ctx, field, v, names)
	case []any:
		parts := make([]string, len(v))
		for i, part := range v {
			parts[i] = l.word(ctx, field, part, names)
		}
		return strings.Join(parts, ", ")
	}
	raw, _ := json.Marshal(value)
	return string(raw)
}

// instant is a moment in microseconds; 0 is none.
func instant(micro int64) string {
	if micro == 0 {
		return ""
	}
	return time.UnixMicro(micro).Format(time.DateTime)
}

// grouped writes a sum with a comma after every three digits.
func grouped(sum string) string {
	whole, rest, _ := strings.Cut(sum, ".")
	for at := len(whole) - 3; at > 0 && whole[at-1] != '-'; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return whole + "." + rest
}

// code is a text: a name for an ID, a word for a code that screens have one for.
func (l Line) code(ctx context.Context, field, value string, names map[string]string) string {
	if name, ok := names[value]; ok && value != "" {
		return name
	}
	flat := strings.ReplaceAll(field, ".", "_")
	writer, _, _ := strings.Cut(l.Verb, ".")
	keys := []string{l.Object + "." + flat + "_" + value, writer + "." + flat + "_" + value, "identity.role." + value, value}
	switch field {
	case "object":
		keys = append(keys, value+".thing")
	case "state":
		keys = append(keys, writer+"."+value)
	}
	for _, key := range keys {
		if word := text.Say(ctx, key, nil); word != key && value != "" && !strings.Contains(word, "{{") {
			return word
		}
	}
	return value
}

// Words are the verbs and objects that a log can be narrowed to.
type Words struct {
	Verbs   []Word `json:"verbs"`
	Objects []Word `json:"objects"`
}

// Word is a code and what it means.
type Word struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

func (s *Service) getWords(ctx context.Context, _ *struct{}) (w Words, _ error) {
	for _, key := range text.Keys(ctx) {
		if object, verb, ok := strings.Cut(key, ".did_"); ok {
			w.Verbs = append(w.Verbs, Word{object + "." + verb, text.Say(ctx, key, nil)})
		} else if object, ok := strings.CutSuffix(key, ".thing"); ok {
			w.Objects = append(w.Objects, Word{object, text.Say(ctx, key, nil)})
		}
	}
	return w, nil
}
