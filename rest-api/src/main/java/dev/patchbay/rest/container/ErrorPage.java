package dev.patchbay.rest.container;

import dev.patchbay.rest.answer.Failures;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Open;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what went wrong outside of every controller. */
@Controller
final class ErrorPage implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    @Open
    Reply answer(HttpServletRequest request) {
        // Without a status somebody came here by the address.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Failures.ofStatus(status)
                : Failures.ofStatus(404);
    }
}
