// Package objective decides whether what is to be reached at a visit is an
// objective at all (method M57), and how far it was reached. Five lights say so:
//
//	S specific    10 characters or more, with a verb of the list
//	M measurable  a metric, a figure above zero and its unit
//	A achievable  confidence of 40 to 90 %: neither hopeless nor won already
//	R relevant    linked to a goal of the account or to a product
//	T timed       not before the visit and not after the end of the plan
//
// With five lights it can be confirmed, with fewer it cannot. Attainment is actual
// / target, at least 0 and at most 150 %.
//
// Source: SMART is in the sources, the bounds of A and the 150 % are our own.
package objective

import (
	"strings"
	"unicode"

	"erba/analysis/null"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Shortest int      `json:"shortest" unit:"count" minimum:"1" maximum:"100"   doc:"Characters of a text: 10"`
	Hard     int      `json:"hard"     unit:"count" minimum:"0" maximum:"100"   doc:"Confidence in per cent, below which it is too hard: 40"`
	Easy     int      `json:"easy"     unit:"count" minimum:"0" maximum:"100"   doc:"Confidence in per cent, above which it is too easy: 90"`
	Most     float64  `json:"most"     unit:"share" minimum:"1" maximum:"10"    doc:"No attainment counts for more: 1.50"`
	Verbs    []string `json:"verbs"    doc:"One of them says what is to be done"`
}

// Default is ten characters and 40 to 90 per cent.
func Default() Config {
	return Config{Shortest: 10, Hard: 40, Easy: 90, Most: 1.5, Verbs: strings.Fields(`
		确认 确定 问清 了解 摸清 核对 约定 商定 谈定 谈妥 敲定 争取 取得 拿到 收集 收回 催收 签订 签署 签下 提交 递交 介绍 演示 展示 说明 讲解
		邀请 安排 推荐 推动 推进 促成 达成 落实 解决 处理 说服 试用 试装 测试 验证 交付 恢复 增加 扩大 替换 见到 拜会 请
		agree arrange ask clarify close collect confirm convince deliver demonstrate discuss explain find get identify introduce invite learn
		negotiate obtain persuade present propose reach recommend replace resolve review schedule secure show sign solve submit test verify win`)}
}

// Check refuses bounds that no objective meets, and a list without a verb.
func (c Config) Check() error {
	switch {
	case c.Shortest < 1:
		return kernel.Invalid("objective.bad_shortest").In("shortest")
	case c.Hard < 0 || c.Easy > 100 || c.Hard >= c.Easy:
		return kernel.Invalid("objective.bad_bounds").In("easy")
	case !(c.Most >= 1):
		return kernel.Invalid("objective.bad_most").In("most")
	case len(c.Verbs) == 0:
		return kernel.Invalid("objective.no_verbs").In("verbs")
	}
	for _, verb := range c.Verbs {
		if strings.TrimSpace(verb) == "" {
			return kernel.Invalid("objective.no_verbs").In("verbs")
		}
	}
	return nil
}

// Objective is what is to be reached.
type Objective struct {
	Text       string      `json:"text"`
	Metric     string      `json:"metric"     doc:"What is counted"`
	Target     null.Number `json:"target"     doc:"How much of it; null: nobody has said so"`
	Unit       string      `json:"unit"`
	Confidence null.Number `json:"confidence" doc:"Per cent; null: nobody has said so"`
	Linked     bool        `json:"linked"     doc:"To a goal of the account or to a product"`
	Deadline   kernel.Date `json:"deadline"`
}

// Frame is the days between which a deadline lies: that of the visit, and the last
// one of the plan; a zero one is open to that side.
type Frame struct {
	Visit kernel.Date `json:"visit"`
	End   kernel.Date `json:"end"`
}

// Light is one of the five, and why it is on or off.
type Light struct {
	Letter string         `json:"letter" enum:"S,M,A,R,T"`
	On     bool           `json:"on"`
	Reason string         `json:"reason" doc:"Text key"`
	Args   map[string]any `json:"args,omitempty"`
}

// Full is how many lights an objective needs that is to be confirmed.
const Full = 5

// Lights are the five of an objective, in the order of their letters.
func (c *Config) Lights(o Objective, f Frame) []Light {
	return []Light{c.specific(o), measurable(o), c.achievable(o), relevant(o), timed(o, f)}
}

// Score is how many lights are on.
func Score(lights []Light) (n int) {
	for _, l := range lights {
		if l.On {
			n++
		}
	}
	return n
}

func light(letter, fault string, args ...any) Light {
	l := Light{Letter: letter, On: fault == "", Reason: "objective." + strings.ToLower(letter) + "_on"}
	if !l.On {
		l.Reason = "objective." + fault
	}
	for i := 0; i < len(args); i += 2 {
		if l.Args == nil {
			l.Args = map[string]any{}
		}
		l.Args[args[i].(string)] = args[i+1]
	}
	return l
}

func (c *Config) specific(o Objective) Light {
	n := len([]rune(strings.TrimSpace(o.Text)))
	switch {
	case n < c.Shortest:
		return light("S", "s_short", "count", n, "least", c.Shortest)
	case !c.acts(o.Text):
		return light("S", "s_verb", "verbs", strings.Join(c.Verbs[:min(len(c.Verbs), 6)], " "))
	}
	return light("S", "")
}

// acts reports whether a text holds one of the verbs: Chinese anywhere, in Latin
// letters as a word.
func (c *Config) acts(text string) bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words[w] = true
	}
	for _, verb := range c.Verbs {
		verb = strings.ToLower(strings.TrimSpace(verb))
		if words[verb] || verb != "" && verb[0] > unicode.MaxASCII && strings.Contains(text, verb) {
			return true
		}
	}
	return false
}

func measurable(o Objective) Light {
	switch {
	case strings.TrimSpace(o.Metric) == "":
		return light("M", "m_metric")
	case !o.Target.Known() || o.Target <= 0:
		return light("M", "m_target")
	case strings.TrimSpace(o.Unit) == "":
		return light("M", "m_unit")
	}
	return light("M", "")
}

func (c *Config) achievable(o Objective) Light {
	switch {
	case !o.Confidence.Known():
		return light("A", "a_unknown", "low", c.Hard, "high", c.Easy)
	case float64(o.Confidence) > float64(c.Easy):
		return light("A", "a_easy", "confidence", float64(o.Confidence), "low", c.Hard, "high", c.Easy)
	case float64(o.Confidence) < float64(c.Hard):
		return light("A", "a_hard", "confidence", float64(o.Confidence), "low", c.Hard, "high", c.Easy)
	}
	return light("A", "")
}

func relevant(o Objective) Light {
	if !o.Linked {
		return light("R", "r_missing")
	}
	return light("R", "")
}

func timed(o Objective, f Frame) Light {
	switch {
	case o.Deadline.IsZero():
		return light("T", "t_missing")
	case !f.Visit.IsZero() && o.Deadline.Compare(f.Visit) < 0:
		return light("T", "t_early", "visit", f.Visit)
	case !f.End.IsZero() && o.Deadline.Compare(f.End) > 0:
		return light("T", "t_late", "end", f.End)
	}
	return light("T", "")
}

// Attainment is how far a target was reached, None without a result or a target.
func (c *Config) Attainment(actual, target null.Number) null.Number {
	if !actual.Known() || !target.Known() || target <= 0 {
		return null.None
	}
	return min(null.Number(c.Most), max(0, actual/target))
}
