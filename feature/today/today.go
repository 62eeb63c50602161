// Package today decides what somebody has to do now and why, the dearest neglect first.
package today
