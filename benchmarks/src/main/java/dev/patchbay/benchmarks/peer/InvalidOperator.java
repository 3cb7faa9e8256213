package dev.patchbay.benchmarks.peer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An operator to be that cannot be. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
class InvalidOperator extends RuntimeException {

    InvalidOperator(String message) {
        super(message);
    }
}
