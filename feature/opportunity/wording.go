package opportunity

import (
	"slices"
	"strings"

	"erba/analysis/sale"
)

// How files call deals that have ended.
var (
	wonWords  = []string{"won", "closed won", "closedwon", "win", "赢单", "成交", "已成交", "已签约", "成功"}
	lostWords = []string{"lost", "closed lost", "closedlost", "输单", "丢单", "流失", "失败", "已丢单"}
)

// usual are the steps of other systems, and how far they usually are, in percent.
var usual = map[string]int{
	"prospecting": 10, "prospect": 10, "lead": 10, "new": 10, "qualification": 10, "qualified": 10, "初步接触": 10, "线索": 10,
	"engaging": 20, "engaged": 20, "contacted": 20, "discovery": 20, "needs analysis": 20, "需求确认": 20, "需求分析": 20,
	"value proposition": 30, "demo": 40, "方案": 50, "方案报价": 50, "proposal": 50, "quote": 50, "报价": 50,
	"decision": 70, "evaluation": 70, "negotiation": 90, "contract": 90, "谈判": 90,
}

// standing is where a deal stands by the word of a file: the step of that name in
// any process, else how far such steps usually are on the first one. A word that
// nobody knows stands for its first step.
func standing(cfg sale.Config, word string) (process, stage, state string, known bool) {
	first := cfg.Processes[0]
	word = strings.ToLower(strings.TrimSpace(word))
	switch {
	case slices.Contains(wonWords, word):
		return first.Key, first.Stages[len(first.Stages)-1].Key, Won, true
	case slices.Contains(lostWords, word):
		return first.Key, first.Stages[0].Key, Lost, true
	}
	for _, p := range cfg.Processes {
		for _, s := range p.Stages {
			if word == strings.ToLower(s.Key) || word == strings.ToLower(s.Zh) || word == strings.ToLower(s.En) {
				return p.Key, s.Key, Going, true
			}
		}
	}
	percent, known := usual[word]
	return first.Key, reached(first, percent), Going, known
}

// reached is the last step whose percentage is not above one.
func reached(p sale.Process, percent int) string {
	key := p.Stages[0].Key
	for _, s := range p.Stages {
		if s.Percent <= percent {
			key = s.Key
		}
	}
	return key
}
