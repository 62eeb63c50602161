package auditing

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

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
	for i := range l.Values {
		v := &l.Values[i]
		v.Title = title(ctx, l.Object, v.Field)
		v.From, v.To = l.say(ctx, *v, v.from, names), l.say(ctx, *v, v.to, names)
	}
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
	case names[login] != "":
		return names[login]
	}
	return login
}

// title is the name of a field: that of the audit, else that of the object's own screens.
func title(ctx context.Context, object, field string) string {
	flat := strings.ReplaceAll(field, ".", "_")
	for _, key := range []string{"auditing." + object + "_" + flat, "auditing.field_" + flat, object + "." + flat} {
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
		if strings.HasSuffix(field, "_minor") {
			return export.Amount(int64(v)).String()
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

// code is a text: a name for an ID, a word for a code that screens have one for.
func (l Line) code(ctx context.Context, field, value string, names map[string]string) string {
	if name, ok := names[value]; ok && value != "" {
		return name
	}
	flat := strings.ReplaceAll(field, ".", "_")
	for _, key := range []string{l.Object + "." + flat + "_" + value, "auditing." + flat + "_" + value, "identity.role." + value, value} {
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
