// Package analysis judges customers: each folder is one method, a pure function
// of plain columns, free for anyone to import. None reads a file, a clock or a
// database; each says its formula, source, units and errors, and has a runnable
// example.
//
// Methods:
//
//	pareto       how concentrated customers are (80/20, HHI, Gini), and ABC classes
//	rfm          recency, frequency and amount, scored 1 to 5, and eight types
//	clv          expected purchases and values: BG/NBD and Gamma-Gamma
//	cohort       who came when and stayed; retention, churn, lifetime value
//	grid         purchases now × capability, the (X,Y) grid
//	quadrant     current × potential value, four types
//	pyramid      tiers, from Major to Mass
//	stage        potential, new, stable, old, dormant, lost
//	size         size of a company by employees and revenue
//	indicator    one single measure, and how far it diverges from the scorecard
//	value        the customer value scorecard, PYR.A to PYR.D
//	grade        those classes over time: up at once, down after two bad quarters
//	membership   platinum, gold and silver cards
//	invest       potential of an account × our own strength there
//	consensus    what three methods say together, and the two keys
//	effort       what is put in × what comes out
//	composition  shares of groups, and on whom each of them depends
//	industry     rating of industries, and how their companies buy
//	contribution what a customer contributes to the profit, VAL.A to VAL.C
//	segment      who belongs to a segment, by rules or by bands
//	fallacy      five mistakes of key-account marketing, detected
//	backtest     how good a judgement would have been
//	ownership    what to expect of private, foreign and public companies
//	entry        with whom to begin
//	latent       what an account would buy and does not yet, or not again
//	development  how far a relationship has come, stage by stage
//	supplier     how modern a customer manages its suppliers
//	involvement  how complex product and work are, and which stage pays
//	square       the grid of 25 squares
//
// Engines, which the methods share and which know none of them:
//
//	scorecard  weighted answers, nested, with gaps
//	band       numbers between breaks that leave no gap
//	cross      two axes, four fields
//	ladder     rungs: hysteresis, and levels of which enough must hold
//	checklist  yes, no and open
//	ranking    the order of rows by an amount
//
// What they stand on:
//
//	sales  from the lines of a ledger to what the others read
//	clean  what a cell of somebody's table means
//	null   a number that nobody knows
//	why    what an explanation consists of
//
// Amounts are whole numbers of one unit, shares fractions from 0 to 1. Every
// value that a company may decide differently is in a Config with a Default and
// a Check.
package analysis
